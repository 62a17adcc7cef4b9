internal import FoundationEssentials
internal import Recommendation
internal import SkillKit

/// The skill's data as JSON: what `assets/rules.yaml` says, in the one format that needs no library here.
struct Written: Decodable {
    let value: Value

    static func settings(_ json: String) throws -> Settings {
        Settings(try JSONDecoder().decode(Written.self, from: Data(json.utf8)).value)
    }

    init(from decoder: any Decoder) throws {
        let one = try decoder.singleValueContainer()
        value =
            if let flag = try? one.decode(Bool.self) {
                .bool(flag)
            } else if let number = try? one.decode(Int64.self) {
                .int(number)
            } else if let number = try? one.decode(Double.self) {
                .double(number)
            } else if let text = try? one.decode(String.self) {
                .text(text)
            } else if let list = try? one.decode([Written].self) {
                .list(list.map(\.value))
            } else if let map = try? one.decode([String: Written].self) {
                .map(map.mapValues(\.value))
            } else {
                .null
            }
    }
}
