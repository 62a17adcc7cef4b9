import ConciergeCore
import HTTPClient

/// The read part of ClawHub's interface, version 1 (openclaw/clawhub, docs/http-api.md): instructions only, never code.
struct ClawHub {
    private let registry: RegistryAddress
    private let web: Web

    init(_ registry: RegistryAddress, _ web: Web) {
        self.registry = registry
        self.web = web
    }

    private var base: String { "\(registry.url)/api/v1" }
    private static let largest = 4 << 20
    /// Pages of versions that are read at most.
    private static let mostPages = 10

    func search(_ text: String) throws(RegistryError) -> [RegistryOffer] {
        let found = try ask("search?q=\(Self.escaped(text))&limit=50&nonSuspiciousOnly=true")
        return (found["results"]?.list ?? []).compactMap { result in
            guard let slug = result["slug"]?.text, IndexReader.isID(slug) else { return nil }
            // Whoever asks for it by name learns the version, where the search does not tell it.
            let version = result["version"]?.text.flatMap(Self.version) ?? "latest"
            return offer(
                slug, version, result["summary"]?.text ?? result["displayName"]?.text ?? "", warning: nil)
        }
    }

    /// Nil where there is no such skill.
    func offers(of name: String) throws(RegistryError) -> [RegistryOffer]? {
        guard IndexReader.isID(name) else { return nil }
        let found: Value
        do throws(RegistryError) { found = try ask("skills/\(name)") } catch {
            guard case .missing = error else { throw error }
            return nil
        }
        // An owner may have renamed it: then it is another skill under another name.
        let slug = found["skill"]?["slug"]?.text ?? ""
        guard slug == name else {
            let now = IndexReader.isID(slug) ? "'\(slug)' is" : "something else is"
            throw .unknown(name: name, mend: "\(now) what \(registry.url) calls it now")
        }
        let moderation = found["moderation"]
        guard moderation?["isMalwareBlocked"]?.bool != true, moderation?["verdict"]?.text != "malicious"
        else { throw .blocked(name: name, registry: registry.url) }
        let isSuspicious =
            moderation?["isSuspicious"]?.bool == true || moderation?["verdict"]?.text == "suspicious"
        let summary = found["skill"]?["summary"]?.text ?? ""
        let versions = try versions(of: name)
        let latest = found["latestVersion"]?["version"]?.text.flatMap(Self.version)
        return Set(versions + (latest.map { [$0] } ?? [])).compactMap { text in
            Version(text).map { ($0, text) }
        }.sorted { $0.0 > $1.0 }.map { _, version in
            offer(name, version, summary, warning: isSuspicious ? Self.warning(moderation) : nil)
        }
    }

    private func versions(of name: String) throws(RegistryError) -> [String] {
        var versions: [String] = []
        var cursor: String?
        for _ in 0..<Self.mostPages {
            let page = try ask(
                "skills/\(name)/versions?limit=200" + (cursor.map { "&cursor=\(Self.escaped($0))" } ?? ""))
            versions += (page["items"]?.list ?? []).compactMap { $0["version"]?.text.flatMap(Self.version) }
            cursor = page["nextCursor"]?.text
            guard cursor != nil else { break }
        }
        return versions
    }

    private static func warning(_ moderation: Value?) -> String {
        let codes = (moderation?["reasonCodes"]?.list ?? []).compactMap(\.text).filter {
            $0.utf8.count <= 64 && $0.utf8.allSatisfy { (0x21...0x7e).contains($0) }
        }
        return codes.isEmpty
            ? "its registry calls it suspicious"
            : "its registry calls it suspicious: \(codes.prefix(5).joined(separator: ", "))"
    }

    private func offer(
        _ slug: String, _ version: String, _ summary: String, warning: String?
    ) -> RegistryOffer {
        let choice = version == "latest" ? "tag=latest" : "version=\(Self.escaped(version))"
        return RegistryOffer(
            id: slug, version: version, kind: .instructions, description: summary, warning: warning,
            registry: registry, location: "\(base)/download?slug=\(slug)&\(choice)")
    }

    private func ask(_ path: String) throws(RegistryError) -> Value {
        let place = "\(base)/\(path.prefix { $0 != "?" })"
        let bytes = try web.document("\(base)/\(path)", limit: Self.largest)
        do throws(JSONError) { return try JSON.decode(bytes, depth: 16) } catch {
            throw .answer(place: place, fault: "what it answers is not JSON (\(error))")
        }
    }

    private static func version(_ text: String) -> String? { Version(text).map { _ in text } }

    private static func escaped(_ text: String) -> String {
        text.utf8.map { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0x2d, 0x2e, 0x5f, 0x7e:
                String(UnicodeScalar(byte))
            default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }.joined()
    }
}
