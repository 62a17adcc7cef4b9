import ConciergeCore
import ConfigurationFile
import Testing

@Suite struct ConfigurationReaderTests {
    let folder: Folder

    init() throws { folder = try Folder() }

    @Test(arguments: ["", "# nothing\n", "concierge:\n", "{}"])
    func `an empty file is the defaults`(text: String) throws {
        let (configuration, messages, _) = try folder.read(text)
        #expect(messages.isEmpty)
        var expected = Configuration()
        expected.folder = folder.path
        expected.knowledge = [folder.path + "/knowledge"]
        expected.store.location = .sqlite(path: folder.path + "/data/concierge.db")
        expected.sources = configuration.sources
        #expect(configuration == expected)
        #expect(configuration.turn.deadline == .seconds(3) && configuration.turn.join == .milliseconds(800))
        #expect(configuration.handoff.returnsAfter == .seconds(1800))
        #expect(
            configuration.understanding.clarifyBelow == 0.45 && configuration.understanding.answerFrom == 0.6)
    }

    @Test func `reads the whole of a file that says everything`() throws {
        try folder.write("secret", "whsec_abc\n".utf8)
        let (configuration, messages, _) = try folder.read(Self.everything, environment: ["PORT": "9000"])
        #expect(
            messages.filter { !$0.contains("has no effect") } == [
                "config.yaml:11:3: 'store' names PostgreSQL, which this version does not speak; write sqlite:PATH",
                "config.yaml:29:3: channel 'telegram' comes with a later version; it stays down until then",
            ])
        #expect(configuration.locale == "en-GB" && configuration.temperature == 0.2)
        #expect(configuration.model == "qwen" && !configuration.llm.isEmpty)
        #expect(configuration.server.port == 9000 && configuration.server.maximumBody == 2048)
        #expect(configuration.server.hosts == ["chat.local"])
        #expect(configuration.server.publicURL == "https://chat.example.com")
        #expect(
            configuration.server.tls == .init(certificate: folder.path + "/cert.pem", key: "/etc/key.pem"))
        #expect(configuration.store.location == .postgresql(url: "postgresql://me@db/concierge"))
        #expect(configuration.store.traceDetail == .decisions)
        #expect(configuration.store.keepsTracesFor == .seconds(7 * 86_400))
        #expect(configuration.knowledge == ["/srv/knowledge", folder.path + "/more"])
        #expect(configuration.businessHours.timezone == "Europe/Berlin")
        let day = [ClockRange(start: 540, end: 720), ClockRange(start: 780, end: 1020)]
        #expect(
            configuration.businessHours.days == [
                day, day, day, day, [], [ClockRange(start: 600, end: 840)], [],
            ])
        #expect(configuration.skills.map(\.name) == ["weather", "user_profiling"])
        #expect(configuration.skills[1].config == ["update_interval": 100])
        #expect(
            configuration.skills[1].isolation == .group("sales") && configuration.skills[1].onFailure == .fail
        )
        #expect(!configuration.skills[1].isEnabled && configuration.skills[1].place.line == 18)
        #expect(configuration.channels["telegram"]?.isEnabled == true)
        #expect(configuration.channels["wechat"]?.isEnabled == false)
        #expect(configuration.turn.deadline == .seconds(5) && configuration.turn.join == .zero)
        #expect(
            configuration.agents == [.init(id: "li", name: "李工", competences: ["technical"], capacity: 6)])
        let key = "RWSkdt8/EJZ0R/aHr8NRLiOOCgf/iNG/zNHdU/iQ1TSy3avbkjSMxJ40"
        #expect(configuration.trustedKeys == [key])
        #expect(
            configuration.registries == [
                .init(url: folder.path + "/packages"),
                .init(
                    url: "https://skills.example.com/acme", key: key,
                    mirrors: ["https://mirror.example.com", "/srv/acme"]),
                .init(url: "https://clawhub.example", kind: .clawhub),
            ])
        #expect(
            configuration.webhooks == [
                .init(url: "https://crm.example.com/hook", events: ["lead.created"], secret: "whsec_abc")
            ])
    }

    @Test func `names everything that is wrong in one run, in the order of the file`() throws {
        let text = """
            server: { host: 1, prot: 8080 }
            turn:
              deadline: soon
            agents: [{ name: Li }, { id: a b }]
            skils: []
            business_hours: { someday: "09:00-18:00", mon: 9-18 }
            skills:
              - sales_automation
              - name: sales-automation
              - config: {}
            webhooks: [{ url: crm, secret: 12345 }]
            """
        let (_, messages, errors) = try folder.read(text)
        #expect(
            messages == [
                "config.yaml:1:17: 'host' must be text, not 1; write it in quotes",
                "config.yaml:1:20: unknown key 'prot'; did you mean 'port'?",
                "config.yaml:3:13: 'deadline' 'soon' is not a length of time; write a number with ms, s, m, h or d, such as 30s",
                "config.yaml:4:10: 'id' is missing; add it",
                "config.yaml:4:30: 'id' 'a b' is not an id; use 1 to 128 of A-Z a-z 0-9 . _ : @ -",
                "config.yaml:5:1: unknown key 'skils'; did you mean 'skills'?",
                "config.yaml:6:19: 'someday' names no days; write mon, sat-sun, mon,wed or 2026-10-01",
                "config.yaml:6:48: 'mon' '9-18' is not a time of day; write \"09:00-18:00\", several with commas, or closed",
                "config.yaml:9:5: skill 'sales-automation' was already named at line 8; remove one of them",
                "config.yaml:10:5: 'name' is missing; add it",
                "config.yaml:11:19: 'url' 'crm' is not a web address; write https://host/path",
                "config.yaml:11:32: 'secret' must be text; write it in quotes",
            ])
        #expect(errors == 12)
    }

    @Test(arguments: [
        ("- a\n", "config.yaml:1:1: this must be a map, not a list; write lines of 'key: value'"),
        ("text\n", "config.yaml:1:1: this must be a map, not the text 'text'; write lines of 'key: value'"),
        ("server: 1\n", "config.yaml:1:9: 'server' must be a map, not 1; write lines of 'key: value'"),
        (
            "skills: sales\n",
            "config.yaml:1:9: 'skills' must be a list, not the text 'sales'; write '[a, b]' or lines that start with '- '"
        ),
        (
            "store: mysql:x\n",
            "config.yaml:1:8: 'store' 'mysql:x' is not a store; write sqlite:path or postgresql://user@host/database"
        ),
        (
            "server: { hosts: ['*.local'] }\n",
            "config.yaml:1:19: item 1 of 'hosts' '*.local' is not the name of a host; write one such as chat.example.com"
        ),
        (
            "webhooks: [{ url: 'http://me@crm/hook', secret: s }]\n",
            "config.yaml:1:19: 'url' 'http://me@crm/hook' is not a web address; write https://host/path"
        ),
        (
            "trusted_keys: [RWQ]\n",
            "config.yaml:1:16: item 1 of 'trusted_keys' 'RWQ' is not a minisign public key; write the line that begins with RW in its .pub file"
        ),
        (
            "registries: ['ftp://example.com']\n",
            "config.yaml:1:14: item 1 of 'registries' 'ftp://example.com' is neither a web address nor a folder; write https://host/path, or a folder's path"
        ),
        ("channels: { wechta: {} }\n", "config.yaml:1:13: unknown key 'wechta'; did you mean 'wechat'?"),
        (
            "server: {port: 1}\nserver: {}\n",
            "config.yaml:2:1: key 'server' was already given at 1:1; remove one of them"
        ),
        ("a:\n\tb: 1\n", "config.yaml:2:1: a tab cannot indent; use spaces"),
    ])
    func `says what is wrong with a file`(text: String, message: String) throws {
        let (_, messages, errors) = try folder.read(text)
        #expect(messages == [message] && errors == 1)
    }

    @Test(arguments: [
        (
            "concierge: { temperature: 0.2 }",
            "1:14: 'temperature' has no effect in this version: no language model is asked yet; take it out"
        ),
        (
            "llm: { base_url: x }",
            "1:1: 'llm' has no effect in this version: no language model is asked yet; take it out"
        ),
        (
            "channels: { rest: { enabled: false, token: x } }",
            "1:21: 'enabled' of channel 'rest' has no effect in this version: it is always served; take it out"
        ),
        (
            "channels: { webchat: { colour: red } }",
            "1:24: 'colour' of channel 'webchat' has no effect in this version: nothing asks for it; take it out"
        ),
        (
            "skills: [{ name: a, isolation: worker }]",
            "1:32: 'worker' comes with a later version; the skill runs in process until then"
        ),
    ])
    func `a setting without effect is a warning`(text: String, message: String) throws {
        let (_, messages, errors) = try folder.read(text)
        #expect(messages == ["config.yaml:\(message)"] && errors == 0)
    }

    @Test func `dates go before the days of the week, and leave those as they were`() throws {
        let (configuration, messages, _) = try folder.read(
            "business_hours: { 2026-10-01..2026-10-02: closed, 2026-10-10: \"09:00-12:00\" }")
        #expect(messages.isEmpty)
        let hours = configuration.businessHours
        #expect(hours.days == BusinessHours().days)
        #expect(hours.special == [20_727: [], 20_728: [], 20_736: [ClockRange(start: 540, end: 720)]])
    }

    @Test(arguments: [
        "business_hours: { timezone: Europe/Berlin }", "business-hours: { mon: closed }",
        "handoff: { returns_after: 1h }",
        "business_hours: ~", "concierge: { model: embedded }",
        "channels: { webchat: { enabled: true } }",
    ])
    func `a setting that is as without it needs no warning`(text: String) throws {
        #expect(try folder.read(text).messages.isEmpty)
    }

    @Test func `a file that is not there has its own mend`() throws {
        let (_, problems) = ConfigurationReader { _ in nil }.read("/nowhere/config.yaml")
        #expect(
            problems.map(\.description) == [
                "/nowhere/config.yaml: no such file; check the path, or make one with 'concierge init DIR'"
            ])
    }

    @Test func `any bytes give a configuration and sentences`() throws {
        let words = [
            "server", "skills", "openclaw", "port", "name", ": ", ":", "- ", "\n", "\n  ", "{", "}", "[", "]",
            ",", "\"",
            "${A}", "$${", "file:x", "&a ", "*a", "1", "true", "~", "\t", "价", "channels", "wechat", "config",
            "\u{0}",
        ]
        for _ in 0..<600 {
            let text = (0..<Int.random(in: 0..<25)).compactMap { _ in words.randomElement() }.joined()
            let (_, messages, _) = try folder.read(text, environment: ["A": "hunter2"])
            for message in messages {
                let isOneLine = message.hasPrefix("config.yaml") && !message.contains { $0.isNewline }
                #expect(isOneLine && !message.contains("hunter2"), "\(text) → \(message)")
            }
        }
        for _ in 0..<300 {
            let bytes = (0..<Int.random(in: 0..<60)).map { _ in UInt8.random(in: 0...255) }
            let (_, problems) = ConfigurationReader { _ in nil }.read(try folder.write("config.yaml", bytes))
            #expect(problems.allSatisfy { !$0.message.contains("\n") }, "\(bytes)")
        }
    }

    private static let everything = """
        concierge: { locale: en-GB, model: qwen, temperature: 0.2 }
        llm: { base_url: "http://127.0.0.1:4010/v1" }
        server:
          host: 0.0.0.0
          port: ${PORT}
          hosts: [chat.local]
          public-url: https://chat.example.com
          max_body: 2048
          tls: { certificate: cert.pem, key: /etc/key.pem }
        store:
          location: postgresql://me@db/concierge
          traces: { detail: decisions, keep: 7d }
        knowledge: [/srv/knowledge, more]
        business_hours: { timezone: Europe/Berlin, mon-thu: "09:00-12:00, 13:00-17:00", sat: "10:00-14:00", fri: closed }
        understanding: { clarify_below: 0.3, answer_from: 0.7, strict: true }
        skills:
          - weather
          - name: user_profiling
            config: { update_interval: 100 }
            isolation: group:sales
            on_failure: fail
            enabled: false
        trusted_keys: [RWSkdt8/EJZ0R/aHr8NRLiOOCgf/iNG/zNHdU/iQ1TSy3avbkjSMxJ40]
        registries:
          - packages
          - { url: "https://skills.example.com/acme", key: RWSkdt8/EJZ0R/aHr8NRLiOOCgf/iNG/zNHdU/iQ1TSy3avbkjSMxJ40, mirrors: ["https://mirror.example.com", /srv/acme] }
          - { url: "https://clawhub.example", kind: clawhub }
        channels:
          telegram: { bot_token: "1:a" }
          wechat: { enabled: false }
        turn: { deadline: 5s, join: 0ms }
        handoff: { returns_after: 1h }
        agents: [{ id: li, name: 李工, competences: [technical], capacity: 6 }]
        webhooks: [{ url: "https://crm.example.com/hook", events: [lead.created], secret: "file:secret" }]
        """
}
