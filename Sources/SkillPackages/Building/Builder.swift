import Unix

/// Makes a skill's library from its sources.
public struct Builder: Sendable {
    public let package: PackageFolder
    /// What `build` and `library` in `skill.yaml` say.
    public let command: [String]
    public let product: String?

    public init(_ package: PackageFolder, command: [String], product: String?) {
        self.package = package
        self.command = command
        self.product = product
    }

    /// The first way to build that the folder offers; nil when it brings no sources.
    public var recipe: Recipe? {
        let path = package.path
        func has(_ name: String) -> Bool { Files.exists(Files.join(path, name)) }
        if !command.isEmpty { return .command(command) }
        if has("Package.swift") { return .swift }
        if has("Cargo.toml") { return .cargo }
        if has("Makefile") { return .make }
        let sources = (try? Files.list(Files.join(path, "src")))?.filter { $0.hasSuffix(".c") } ?? []
        return sources.isEmpty ? nil : .c(sources.map { "src/\($0)" })
    }

    /// Puts the library where it belongs, beside `skill.yaml`, or where the caller wants it: built from its sources, or
    /// as a package without sources brings it.
    @discardableResult
    public func build(output: String? = nil) throws(PackageError) -> String {
        let target = output ?? package.library
        guard let recipe else {
            let brought = try broughtLibrary()
            guard brought != target else { return target }
            return try put(at: target) { aside throws(PackageError) in try copy(brought, to: aside) }
        }
        // What is brought ready needs nothing to build it with.
        let sdk = try SDK.find(executable: Environment.executable)
        return try put(at: target) { aside throws(PackageError) in
            try run(recipe, with: sdk, output: aside)
            if !Files.exists(aside) { try copy(try library(of: recipe), to: aside) }
        }
    }

    // A library that is loaded is never written over: the name moves to the new file.
    private func put(
        at target: String, _ make: (_ aside: String) throws(PackageError) -> Void
    ) throws(PackageError) -> String {
        let place = Files.folder(of: target)
        try system { () throws(SystemError) in try Files.makeFolders(place) }
        // The builder runs in the package's folder, so its output is named from the root.
        let name = "\(Files.name(of: target)).\(Environment.processIdentifier).tmp"
        let aside = Files.join(Files.absolute(place) ?? place, name)
        try make(aside)
        try system { () throws(SystemError) in try Files.rename(aside, to: target) }
        return target
    }

    private func copy(_ path: String, to target: String) throws(PackageError) {
        try system { () throws(SystemError) in try Files.copy(path, to: target) }
    }

    /// What `library` names, or what lies in its place already.
    private func broughtLibrary() throws(PackageError) -> String {
        if let product {
            let named = Files.join(package.path, product)
            if Files.exists(named) { return named }
        }
        if package.hasLibrary { return package.library }
        throw product.map { .libraryNotThere(folder: package.path, named: $0) }
            ?? .nothingToBuild(folder: package.path)
    }

    private func run(_ recipe: Recipe, with sdk: SDK, output: String) throws(PackageError) {
        let process = ChildProcess(
            recipe.words(sdk: sdk, output: output), in: package.path,
            environment: ["CONCIERGE_SDK": sdk.path, "CONCIERGE_OUTPUT": output])
        let outcome = try system { () throws(SystemError) in try process.run() }
        guard outcome.isSuccess else {
            throw .buildFailed(
                folder: package.path, tool: recipe.tool, ending: "\(outcome.ending)", output: outcome.output)
        }
    }

    /// The library that the manifest names, or the only one that the build made.
    private func library(of recipe: Recipe) throws(PackageError) -> String {
        if let product {
            let path = Files.join(package.path, product)
            if Files.exists(path) { return path }
            let result = Files.join(package.path, "\(recipe.results)/\(product)")
            if Files.exists(result) { return result }
        }
        let folder = Files.join(package.path, recipe.results)
        let made = ((try? Files.list(folder)) ?? []).filter { $0.hasSuffix(".so") }
        switch made.count {
        case 0: throw .noLibrary(folder: package.path, tool: recipe.tool)
        case 1: return Files.join(folder, made[0])
        default: throw .severalLibraries(folder: package.path, found: made)
        }
    }
}
