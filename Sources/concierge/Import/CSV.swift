import ConciergeCore

/// Comma-separated values after RFC 4180: quoted fields may hold commas, quotes and line ends. Tabs may stand for commas.
struct CSV {
    private var rest: ArraySlice<UInt8>
    private var line = 1
    private let separator: UInt8

    init(_ bytes: [UInt8], separator: UInt8 = UInt8(ascii: ",")) {
        self.separator = separator
        // Spreadsheets begin their files with a byte order mark.
        rest = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? bytes.dropFirst(3) : bytes[...]
    }

    struct Table {
        /// The line of the header.
        var line: Int
        var columns: [String]
        /// As maps by the names of the columns.
        var rows: [Row]
    }

    static func table(_ bytes: [UInt8], separator: UInt8 = UInt8(ascii: ",")) throws(RowError) -> Table {
        var csv = CSV(bytes, separator: separator)
        guard let header = csv.record() else { throw RowError("empty; the first line names the columns") }
        let names = try header.fields.get().map { $0.filter { $0 != " " } }
        if let twice = names.first(where: { name in names.count { $0 == name } > 1 }) {
            throw RowError("column '\(twice)' stands twice; name each once")
        }
        var rows: [Row] = []
        while let record = csv.record() {
            let content = record.fields.flatMap { fields -> Result<[String: Value], RowError> in
                guard fields.count == names.count else {
                    return .failure(
                        RowError(
                            "\(fields.count) fields where the first line has \(names.count); add or remove \(separator == 9 ? "tabs" : "commas")"
                        ))
                }
                let filled = zip(names, fields).filter { !$0.1.isEmpty }
                return .success(Dictionary(filled.map { ($0, .text($1)) }) { first, _ in first })
            }
            rows.append(Row(line: record.line, content: content))
        }
        return Table(line: header.line, columns: names, rows: rows)
    }

    private struct Record {
        var line: Int
        var fields: Result<[String], RowError>
    }

    /// The next record; empty lines are none.
    private mutating func record() -> Record? {
        while let byte = rest.first, byte == 10 || byte == 13 { skip() }
        guard !rest.isEmpty else { return nil }
        let start = line
        var fields: [String] = []
        var fault: RowError?
        repeat {
            do throws(RowError) { fields.append(try field()) } catch {
                fault = fault ?? error
                fields.append("")
            }
        } while take(separator)
        return Record(line: start, fields: fault.map { .failure($0) } ?? .success(fields))
    }

    private mutating func field() throws(RowError) -> String {
        var bytes: [UInt8] = []
        if take(UInt8(ascii: "\"")) {
            while true {
                guard let byte = rest.first else { throw RowError("a quote is never closed; close it") }
                skip()
                if byte != UInt8(ascii: "\"") {
                    bytes.append(byte)
                } else if take(UInt8(ascii: "\"")) {
                    bytes.append(byte)
                } else {
                    break
                }
            }
        }
        while let byte = rest.first, byte != separator, byte != 10, byte != 13 {
            bytes.append(byte)
            skip()
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw RowError("not UTF-8; save the file as UTF-8")
        }
        return text
    }

    private mutating func skip() {
        if rest.removeFirst() == 10 { line += 1 }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard rest.first == byte else { return false }
        rest.removeFirst()
        return true
    }
}
