import Testing
import Unix

/// A package around one animal of the zoo.
struct Zoo {
    static let command = Files.folder(of: Environment.executable) + "/concierge"
    static let repository: String = {
        var folder = Files.folder(of: Environment.executable)
        while !Files.exists(folder + "/Package.swift"), folder != "/" { folder = Files.folder(of: folder) }
        return folder
    }()
    static let folder = repository + "/Tests/ConformanceTests/zoo"

    let package: String

    init(_ animal: String) throws {
        package = try Files.temporaryFolder("zoo")
        try Files.copy("\(Self.folder)/\(animal).c", to: package + "/src/\(animal).c")
        // What builds it leaves all of its symbols to be seen.
        if animal == "two_symbols" {
            try Files.create(
                package + "/Makefile",
                "all:\n\tcc -I$(CONCIERGE_SDK)/Sources/CSkillABI/include -fPIC -shared -o $(CONCIERGE_OUTPUT) src/*.c\n"
            )
        }
        try Files.copy(Self.folder + "/zoo.h", to: package + "/src/zoo.h")
        try Files.create(
            package + "/skill.yaml",
            """
            id: animal
            version: 1.0.0
            abi: 1
            name: Animal
            description: Of the zoo.
            reads: [turn.text, turn.locale]
            writes: { animal.heard: int }

            """)
    }

    func test(_ options: String...) throws -> ChildProcess.Outcome {
        try ChildProcess(
            [Self.command, "skill", "test", package] + options,
            environment: ["CONCIERGE_SDK": Self.repository]
        ).run()
    }

    func remove() { try? Files.removeTree(package) }
}
