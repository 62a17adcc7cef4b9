import Unix

/// `concierge compact`: the store in as few bytes as it needs.
enum Compact {
    static let command = Command(
        name: "compact", summary: "write the store anew, without free space and without anything erased",
        details: """
            An erased customer leaves a store of up to 64 MB at once; in a larger one old copies can remain in unused parts
            of the file until this is run. Turns wait meanwhile, seconds for each GB, and it needs as much room again.
            """,
        options: [.config],
        run: { invocation in
            let place = try Workplace(invocation)
            let file = try place.database(of: try place.configuration(isQuiet: true))
            try place.withHost { host in
                var host = host
                host.patience = .seconds(24 * 3600)
                let before = size(of: file)
                _ = try host.demand("POST", "/v1/compact")
                Terminal.remark("\(file): \(before) kB before, \(size(of: file)) kB now")
            }
        })

    private static func size(of file: String) -> Int { ((Files.status(file)?.size ?? 0) + 1023) / 1024 }
}
