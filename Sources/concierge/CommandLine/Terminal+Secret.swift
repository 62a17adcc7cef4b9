import Glibc
import Unix

extension Terminal {
    /// A line typed on the terminal without being shown; nil when it was broken off.
    static func secret(_ text: String) -> String? {
        var usual = termios()
        guard tcgetattr(0, &usual) == 0 else { return nil }
        var hidden = usual
        // An interrupt that ended the process here would leave the terminal mute; it ends the line instead.
        hidden.c_lflag &= ~tcflag_t(ECHO | ISIG)
        withUnsafeMutableBytes(of: &hidden.c_cc) { $0[Int(VEOL)] = 3 }
        tcsetattr(0, TCSAFLUSH, &hidden)
        defer { tcsetattr(0, TCSAFLUSH, &usual) }
        // Only now: what is typed at the sight of it is not shown.
        remarkWithoutEnd(text)
        defer { remark("") }
        var line = [UInt8](repeating: 0, count: 4096)
        let count = read(0, &line, line.count)
        guard count > 0, line[count - 1] == 10 else { return nil }
        return String(decoding: line[..<(count - 1)], as: UTF8.self)
    }
}
