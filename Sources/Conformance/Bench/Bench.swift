import CSkillABI
import ConciergeCore
import Glibc
import SkillHosting
import Threads

/// Where one case is judged: the library, loaded into this process, and the means to try it.
public final class Bench {
    public let subject: Subject
    let journal: Journal
    /// Loaded when a case first asks for it.
    private(set) lazy var opened: Result<UnsafePointer<sk_entry>, Fault> = Result { () throws(Fault) in
        try open()
    }

    init(_ subject: Subject, _ journal: Journal) {
        self.subject = subject
        self.journal = journal
    }

    /// Judges a skill in this process, and tells the journal.
    public static func judge(_ subject: Subject, by wanted: Case, _ journal: Journal) {
        do {
            try journal.watch()
            journal.close(.passed(try wanted.judge(Bench(subject, journal))))
        } catch let fault as Fault {
            journal.close(.failed(fault))
        } catch {
            journal.close(
                .failed(Fault(expected: wanted.demand, found: "\(error)", mend: "")))
        }
    }

    var entry: UnsafePointer<sk_entry> { get throws(Fault) { try opened.get() } }

    func function() throws(Fault) -> @convention(c) () -> UnsafePointer<sk_entry>? {
        let path = subject.library
        guard let handle = dlopen(path, RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE) else {
            throw Fault(
                expected: "a library that loads",
                found: dlerror().map { String(cString: $0) } ?? "no reason was given",
                mend: "build it again here: 'concierge skill build'")
        }
        guard let symbol = dlsym(handle, "skill_entry_v1") else {
            throw Fault(
                expected: "the function 'skill_entry_v1'", found: "no such symbol",
                mend: "export it, and link with skill.map of the SDK")
        }
        return unsafeBitCast(symbol, to: (@convention(c) () -> UnsafePointer<sk_entry>?).self)
    }

    private func open() throws(Fault) -> UnsafePointer<sk_entry> {
        let entry = try function()
        guard let table = timed("skill_entry_v1", { entry() }) else {
            throw Fault(
                expected: "a table from 'skill_entry_v1'", found: "NULL", mend: "return a static sk_entry")
        }
        return table
    }

    /// Calls the skill with somebody watching whether it comes back.
    func timed<Result>(_ step: String, _ body: () -> Result) -> Result {
        journal.begin(step, within: subject.patience * 2)
        defer { journal.end() }
        return body()
    }

    // MARK: instances

    /// A new instance, or what it said instead.
    func create(
        _ host: StandIn, id: String? = nil, step: String = "create", _ configuration: Value? = nil
    ) throws(Fault) -> (instance: Instance?, words: String?) {
        let (entry, words) = (try entry, Spoken())
        let name = Array((id ?? subject.manifest.id).utf8)
        let message = (configuration ?? subject.configuration).message
        let table = timed(step) {
            host.lending.lend(name) { name in
                host.lending.lend(message) { message in
                    host.lending.lend(words.sink) {
                        entry.pointee.create(entry, host.table, name, message, $0)
                    }
                }
            }
        }
        let line = withExtendedLifetime(words) { words.line }
        guard let table else { return (nil, line) }
        return (Instance(table, self, host), line)
    }

    /// One that must come to be.
    func instance(_ host: StandIn, id: String? = nil) throws(Fault) -> Instance {
        let (instance, words) = try create(host, id: id)
        if let instance { return instance }
        throw Fault(
            expected: "an instance for a configuration that the schema admits",
            found: words.map { "'\($0)'" } ?? "no instance and no word",
            mend: "make 'create' take it, or let 'config' in skill.yaml refuse it")
    }
}

/// Takes the line that a skill writes into a sink.
// Written while the one call goes on that the sink was lent to, on its thread.
final class Spoken: @unchecked Sendable {
    private(set) var line: String?

    /// Valid while this lives.
    var sink: sk_sink {
        sk_sink(
            size: UInt32(MemoryLayout<sk_sink>.size), reserved: 0,
            ctx: Unmanaged.passUnretained(self).toOpaque(),
            write: { sink, bytes in
                guard let context = sink.pointee.ctx else { return SK_BAD_ARGUMENT }
                Unmanaged<Spoken>.fromOpaque(context).takeUnretainedValue().line = String(
                    decoding: bytes.copy, as: UTF8.self)
                return SK_OK
            })
    }
}

extension sk_bytes {
    /// What they are now.
    var copy: [UInt8] { ptr.map { [UInt8](UnsafeBufferPointer(start: $0, count: Int(len))) } ?? [] }
}

extension Value {
    /// In the bytes of a message.
    var message: [UInt8] {
        // What the kit itself makes up has its measure.
        (try? withMessage(of: self) { [UInt8]($0) }) ?? [0xA0]
    }
}
