import Unix

/// A way to build a library.
public enum Recipe: Sendable, Hashable {
    case command([String])
    case swift
    case cargo
    case make
    case c([String])

    /// How people call it.
    public var tool: String {
        switch self {
        case .command(let words): "'\(words.joined(separator: " "))'"
        case .swift: "swift build"
        case .cargo: "cargo build"
        case .make: "make"
        case .c: "cc"
        }
    }

    /// What is run in the package's folder; only C writes straight to the output.
    func words(sdk: SDK, output: String) -> [String] {
        switch self {
        case .command(let words): words
        case .swift:
            // Without the toolchain's path and with one symbol, or the library loads only where it was built.
            [
                "swift", "build", "-c", "release", "-Xswiftc", "-no-toolchain-stdlib-rpath",
                "-Xlinker", "--version-script=\(sdk.versionScript)",
            ]
        case .cargo: ["cargo", "build", "--release"]
        case .make: ["make"]
        case .c(let sources):
            [
                "cc", "-std=c11", "-O2", "-Wall", "-Wextra", "-fPIC", "-shared", "-fvisibility=hidden",
                "-I", sdk.headers, "-Wl,--version-script=\(sdk.versionScript)", "-o", output,
            ] + sources
        }
    }

    /// Where its libraries lie afterwards.
    var results: String {
        switch self {
        case .swift: ".build/release"
        case .cargo: "target/release"
        case .command, .make, .c: "."
        }
    }
}
