import ConciergeCore
import Knowledge
import Unix

/// The gaps as they were listed last: a number means the gap that an admin saw beside it. One command at a time holds it.
struct GapList: ~Copyable {
    struct Item {
        var question: String
        var ids: Set<String>
    }

    private let path: String
    private let lock: FileLock

    private init(_ path: String) throws {
        self.path = path
        do throws(SystemError) {
            try Files.makeFolders(Files.folder(of: path), mode: 0o700)
            lock = try FileLock(awaiting: path)
        } catch { throw Failure("\(error); let this user write there") }
    }

    /// Lets a command speak to the host while no other command changes what is listed.
    static func held<Result>(
        _ place: Workplace, _ body: (borrowing GapList, HostClient) throws -> Result
    ) throws -> Result {
        let list = try GapList(place.data(of: place.configuration(isQuiet: true)).listedGaps)
        return try place.withHost { try body(list, $0) }
    }

    /// Empty when nothing was listed yet.
    borrowing func read() -> [Item] {
        let items = (try? JSON.decode(Files.text(path)).list) ?? []
        return items.map {
            Item(question: $0["question"]?.text ?? "", ids: Set(($0["ids"]?.list ?? []).compactMap(\.text)))
        }
    }

    borrowing func write(_ groups: [GapGroup]) throws {
        let items = groups.map { group -> Value in
            ["question": .text(group.question), "ids": .list(group.ids.map(Value.text))]
        }
        try lock.write(JSON.text(.list(items)))
    }
}
