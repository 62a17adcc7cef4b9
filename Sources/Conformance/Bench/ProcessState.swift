import Glibc
import Unix

/// What belongs to the whole process, and not to a skill.
struct ProcessState: Hashable {
    var folder: String?
    var mask: mode_t
    var environment: [String]
    var locale: String
    var handlers: [UInt]

    static var now: ProcessState {
        let mask = umask(0o022)
        umask(mask)
        var entries: [String] = []
        var next = environ
        while let entry = next.pointee {
            entries.append(String(cString: entry))
            next += 1
        }
        let handlers = (1...31).map { number -> UInt in
            var action = sigaction()
            sigaction(Int32(number), nil, &action)
            return withUnsafeBytes(of: action) { $0.load(as: UInt.self) }
        }
        return ProcessState(
            folder: Files.absolute("."), mask: mask, environment: entries.sorted(),
            locale: setlocale(LC_ALL, nil).map { String(cString: $0) } ?? "", handlers: handlers)
    }

    /// The functions that changed what is different.
    func changed(since before: ProcessState) -> [String] {
        [
            folder == before.folder ? nil : "chdir", mask == before.mask ? nil : "umask",
            environment == before.environment ? nil : "setenv", locale == before.locale ? nil : "setlocale",
            handlers == before.handlers ? nil : "sigaction",
        ].compactMap { $0 }
    }
}

/// What a process holds of the system.
struct Holdings: Hashable {
    var threads: Int
    /// What each open descriptor leads to.
    var files: [String: Int]

    static var now: Holdings {
        let folder = "/proc/self/fd"
        var files: [String: Int] = [:]
        for number in (try? Files.list(folder)) ?? [] {
            // The listing's own is gone by now.
            guard let target = Files.absolute("\(folder)/\(number)") ?? link("\(folder)/\(number)") else {
                continue
            }
            files[target, default: 0] += 1
        }
        return Holdings(threads: ((try? Files.list("/proc/self/task")) ?? []).count, files: files)
    }

    /// In words, what there is more of than there was.
    func growth(since before: Holdings) -> String? {
        if threads > before.threads { return "\(threads - before.threads) threads more" }
        let new = files.filter { $0.value > before.files[$0.key] ?? 0 }.keys.sorted()
        return new.first.map { "'\($0)' is open" + (new.count > 1 ? ", and \(new.count - 1) others" : "") }
    }

    private static func link(_ path: String) -> String? {
        var target = [CChar](repeating: 0, count: 4096)
        let count = readlink(path, &target, target.count - 1)
        guard count > 0 else { return nil }
        return String(decoding: target[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
