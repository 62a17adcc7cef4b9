import Unix

/// Where the host's own knowledge lies.
enum Starter {
    /// `$CONCIERGE_STARTER`, else what lies beside the program.
    static var folder: String? {
        let home = Files.folder(of: Environment.executable)
        let folders =
            Environment["CONCIERGE_STARTER"].map { [$0] } ?? [
                Files.join(Files.folder(of: home), "lib/concierge/starter"), Files.join(home, "starter"),
            ]
        return folders.first(where: Files.isFolder)
    }
}
