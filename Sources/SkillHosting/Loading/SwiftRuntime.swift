import Glibc

/// The Swift libraries beside the ones that this process runs on. A skill's library names no place to find them, since
/// that would be the machine it was built on; so what it needs and the host does without is loaded before it.
enum SwiftRuntime {
    private static let core = "/libswiftCore.so"

    /// Where they lie; nil when the runtime is a part of the program itself.
    private static let folder: String? = {
        // dladdr, which would say it too, is GNU's alone and hidden from Swift.
        guard let maps = fopen("/proc/self/maps", "re") else { return nil }
        defer { fclose(maps) }
        var line: UnsafeMutablePointer<CChar>?
        var room = 0
        defer { free(line) }
        while getline(&line, &room, maps) > 0, let line {
            let words = String(cString: line)
            guard words.hasSuffix(core + "\n"), let start = words.firstIndex(of: "/") else { continue }
            return String(words[start...].dropLast(core.count + 1))
        }
        return nil
    }()

    /// Opens a library by its absolute path, with what it lacks of the runtime.
    static func open(_ path: String) throws(LinkerWords) -> UnsafeMutableRawPointer {
        var lacking: Set<String> = []
        while true {
            // Never closed: unloading Swift code ends in a crash at the host's next dynamic cast.
            if let handle = dlopen(path, RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE) { return handle }
            let words = dlerror().map { String(cString: $0) } ?? "no reason was given"
            guard let name = missing(in: words), lacking.insert(name).inserted, load(name) else {
                throw LinkerWords(text: words)
            }
        }
    }

    /// Why the linker refuses, as it says it.
    struct LinkerWords: Error {
        var text: String

        /// Without the path, which the message has already.
        func reason(for path: String) -> String {
            text.hasPrefix(path + ": ") ? String(text.dropFirst(path.count + 2)) : text
        }
    }

    private static func load(_ name: String) -> Bool {
        guard let folder else { return false }
        return dlopen("\(folder)/\(name)", RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE) != nil
    }

    /// The linker has no better way to say which library it did not find.
    private static func missing(in words: String) -> String? {
        guard let end = words.firstRange(of: ": cannot open shared object file")?.lowerBound else {
            return nil
        }
        let name = words[..<end]
        return name.contains("/") ? nil : String(name)
    }
}
