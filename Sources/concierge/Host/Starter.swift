import Knowledge
import Unix

/// Where the host's own knowledge lies.
enum Starter {
    /// Nil where nobody laid them there.
    static var intents: StarterIntents? { folder.map { StarterIntents(folder: $0) } }

    /// How its intents are called, and what it takes for them.
    static var builtIn: HostIntents { HostIntents(intents?.model) }

    /// `$CONCIERGE_STARTER`, else what lies beside the program.
    private static var folder: String? {
        let home = Files.folder(of: Environment.executable)
        let folders =
            Environment["CONCIERGE_STARTER"].map { [$0] } ?? [
                Files.join(Files.folder(of: home), "lib/concierge/starter"), Files.join(home, "starter"),
            ]
        return folders.first(where: Files.isFolder)
    }
}
