import ConciergeCore

/// A list as RFC 4180 text for spreadsheets.
struct CSV {
    let columns: [String]

    func encode(_ items: [Value]) -> [UInt8] {
        var out: [UInt8] = []
        append(columns, to: &out)
        for item in items { append(columns.map { Self.cell(item[$0] ?? .null) }, to: &out) }
        return out
    }

    private func append(_ cells: [String], to out: inout [UInt8]) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { out.append(UInt8(ascii: ",")) }
            append(cell, to: &out)
        }
        out += [0x0d, 0x0a]
    }

    private func append(_ cell: String, to out: inout [UInt8]) {
        let needsQuotes = cell.utf8.contains { $0 == 0x22 || $0 == 0x2c || $0 == 0x0a || $0 == 0x0d }
        guard needsQuotes else { return out += Array(cell.utf8) }
        out.append(0x22)
        for byte in cell.utf8 { out += byte == 0x22 ? [0x22, 0x22] : [byte] }
        out.append(0x22)
    }

    private static func cell(_ value: Value) -> String {
        switch value {
        case .null: return ""
        case .timestamp(let time): return time.description
        case .text(let text):
            // A spreadsheet would run it as a formula: customers write these texts.
            guard let first = text.utf8.first, [0x3d, 0x2b, 0x2d, 0x40, 0x09, 0x0d].contains(first) else {
                return text
            }
            return "'" + text
        default: return JSON.text(value)
        }
    }
}
