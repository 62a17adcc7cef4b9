import ConciergeCore
import Testing
import Unix

/// Each animal of the zoo has one fault, and the case that is there for it finds it, and no other does.
@Suite struct ZooTests {
    private static let animals: [(name: String, case: String, found: String)] = [
        ("two_symbols", "load.library", "it exports 'helper' besides 'skill_entry_v1'"),
        ("manifest_differs", "load.manifest", "in 'id'"),
        ("thread_at_load", "load.entry", "1 threads more"),
        ("leaks_memory", "life.repeat", "bytes more"),
        ("leaks_files", "life.repeat", "'/dev/null' is open"),
        ("leaks_threads", "life.repeat", "100 threads more"),
        ("silent", "life.configurations", "no instance and no word"),
        ("shares_state", "life.instances", "animal.heard"),
        ("double_done", "turn.once", "message 'hello': it came 2 times"),
        ("never_done", "turn.once", "message 'hello': it never came"),
        ("never_returns", "turn.once", "message 'hello': it did not return"),
        ("exits", "turn.once", "message 'hello': the process ended (exit 0)"),
        ("undeclared_write", "turn.result", "message 'hello': 'animal.secret' is written"),
        ("garbled", "turn.result", "not a message"),
        ("dies_of_empty_text", "turn.text", "message '': it crashed (signal 11"),
        ("reads_undeclared", "turn.reads", "with keys that the manifest does not list"),
        ("random", "turn.repeat", "when it was played again"),
        ("forgets_cancelled", "turn.cancel", "it never came"),
        ("changes_folder", "turn.process", "changed as by chdir"),
        ("prints", "turn.process", "bytes"),
        ("done_after_destroy", "life.end", "a turn was answered once more"),
        ("needs_store", "host.oldest", "it crashed (signal 11"),
        ("trusts_size", "host.newer", "it crashed (signal 6"),
        ("believes_store", "host.refuses", "it crashed (signal 6"),
        ("keeps_pointer", "host.lends", "it crashed (signal 11"),
        ("reads_beyond", "host.lends", "it crashed (signal 11"),
        ("trusts_types", "fuzz", "it crashed (signal 6"),
    ]

    @Test(arguments: animals.indices)
    func `an animal is found by the case that is there for its fault, and by no other`(index: Int) throws {
        let animal = Self.animals[index]
        let verdicts = try Self.verdicts(animal.name)
        let failed = verdicts.filter { $0["status"] == "failed" }
        let names = failed.compactMap { $0["case"]?.text }
        #expect(names == [animal.case], "\(animal.name): \(failed.map(JSON.text))")
        let found = failed.first?["found"]?.text ?? ""
        #expect(found.contains(animal.found), "\(animal.name): \(found)")
        #expect(failed.first?["expected"]?.text?.isEmpty == false)
    }

    @Test func `a good one passes every case`() throws {
        let verdicts = try Self.verdicts("good")
        #expect(verdicts.count > 15)
        #expect(verdicts.allSatisfy { $0["status"] == "passed" }, "\(verdicts.map(JSON.text))")
    }

    /// Every file of the zoo is shown above.
    @Test func `no animal is forgotten`() throws {
        let files = try Files.list(Zoo.folder).filter { $0.hasSuffix(".c") }.map { String($0.dropLast(2)) }
        #expect(Set(files) == Set(Self.animals.map(\.name) + ["good"]))
    }

    private static func verdicts(_ animal: String) throws -> [Value] {
        let zoo = try Zoo(animal)
        defer { zoo.remove() }
        return try JSON.decode(zoo.test("--json", "--patience", "3000").output.firstLine)["cases"]?.list ?? []
    }
}

extension String {
    fileprivate var firstLine: String {
        split(separator: "\n").first { $0.hasPrefix("{") }.map(String.init) ?? "{}"
    }
}
