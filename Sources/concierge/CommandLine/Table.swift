/// Columns for people to read; a wide character takes two places.
struct Table {
    var header: [String]
    var rows: [[String]] = []

    func text(_ style: Style) -> String {
        let rows = rows.map { $0.map(\.printable) }
        let widths = header.indices.map { column in
            ([header] + rows).map { displayWidth($0[column]) }.max() ?? 0
        }
        let lines = rows.map { line($0, widths) }
        return ([style.dim(line(header, widths))] + lines).joined(separator: "\n")
    }

    private func line(_ cells: [String], _ widths: [Int]) -> String {
        let padded = zip(cells, widths).map { $0 + String(repeating: " ", count: $1 - displayWidth($0)) }
        let text = padded.joined(separator: "  ")
        return String(text.reversed().drop { $0 == " " }.reversed())
    }
}

/// How many columns a text takes on a terminal.
func displayWidth(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { width, scalar in
        switch scalar.value {
        case 0x300...0x36f, 0x200b...0x200d, 0xfe00...0xfe0f: width
        case 0x1100...0x115f, 0x2e80...0xa4cf, 0xac00...0xd7a3, 0xf900...0xfaff, 0xfe30...0xfe4f,
            0xff00...0xff60,
            0xffe0...0xffe6, 0x1f300...0x1faff, 0x20000...0x3fffd:
            width + 2
        default: width + 1
        }
    }
}
