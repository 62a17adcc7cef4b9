import ConciergeCore

extension Configuration {
    /// A setting that is read once, when the host starts.
    private struct Setting {
        var name: String
        var value: (Configuration) -> AnyHashable

        var pointer: Pointer { Pointer(name.split(separator: ".").map(String.init)) }
    }

    private static var readAtStart: [Setting] {
        [
            Setting(name: "server.host") { $0.server.host },
            Setting(name: "server.port") { $0.server.port },
            Setting(name: "server.hosts") { $0.server.hosts },
            Setting(name: "server.public_url") { $0.server.publicURL },
            Setting(name: "server.max_body") { $0.server.maximumBody },
            Setting(name: "server.tls") { $0.server.tls },
            Setting(name: "store") { $0.store.location },
            Setting(name: "channels.rest.token") { $0.restToken },
        ]
    }

    /// What is written here and was not when the host started, by name, with its place.
    func waitingForStart(since start: Configuration) -> [(name: String, problem: Problem)] {
        Self.readAtStart.filter { $0.value(self) != $0.value(start) }.map { setting in
            let place = sources.place(of: setting.pointer)
            return (
                setting.name, Problem(.warning, at: place, "'\(setting.name)' takes effect at the next start")
            )
        }
    }
}
