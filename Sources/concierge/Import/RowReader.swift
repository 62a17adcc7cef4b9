import ConciergeCore
import Unix

/// Reads the rows of a file by what its name ends with.
enum RowReader {
    static func rows(of path: String, in columns: Columns) throws -> [Row] {
        if path == "-" { return lines(try Descriptor("/dev/stdin", 0).readAll()) }
        let isTabbed = path.lowercased().hasSuffix(".tsv")
        let isTable = isTabbed || path.lowercased().hasSuffix(".csv")
        guard isTable || path.lowercased().hasSuffix(".jsonl") else {
            throw Misuse("\(path): neither .csv, .tsv nor .jsonl; give it the name of what it is")
        }
        let bytes = try Files.given(path)
        guard isTable else { return lines(bytes) }
        let table: CSV.Table
        do { table = try CSV.table(bytes, separator: isTabbed ? 9 : 44) } catch {
            throw Failure("\(path):1: \(error)")
        }
        let faults = columns.faults(in: table.columns)
        guard faults.isEmpty else { throw Failure(faults.map { "\(path):\(table.line): \($0)" }) }
        return table.rows
    }

    private static func lines(_ bytes: [UInt8]) -> [Row] {
        bytes.split(separator: 10, omittingEmptySubsequences: false).enumerated().compactMap { index, line in
            guard line.contains(where: { $0 > 32 }) else { return nil }
            return Row(line: index + 1, content: object(Array(line)))
        }
    }

    private static func object(_ line: [UInt8]) -> Result<[String: Value], RowError> {
        do throws(JSONError) {
            guard let fields = try JSON.decode(line).map else {
                return .failure(RowError("not an object; write {\"id\": …} on one line"))
            }
            return .success(fields)
        } catch {
            return .failure(RowError("not JSON: \(error)"))
        }
    }
}
