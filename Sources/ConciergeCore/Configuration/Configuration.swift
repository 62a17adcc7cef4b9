/// What `config.yaml` says, in plain values, with every default filled in.
public struct Configuration: Sendable, Hashable {
    /// Relative paths were made relative to this.
    public var folder = "."
    public var locale = "zh-CN"
    /// `embedded`, or the name of a language model.
    public var model = Configuration.embeddedModel
    public var temperature = 0.7
    public var server = Server()
    public var store = Store()
    public var knowledge = ["knowledge"]
    public var understanding = Understanding()
    public var businessHours = BusinessHours()
    /// The order of the pipeline.
    public var skills: [SkillEntry] = []
    /// Keys of publishers whose packages may be installed.
    public var trustedKeys: [String] = []
    /// Where packages are looked for by name, in this order.
    public var registries: [Registry] = []
    public var channels: [String: Channel] = [:]
    public var turn = Turn()
    public var handoff = Handoff()
    public var agents: [AgentEntry] = []
    public var webhooks: [Webhook] = []
    /// How to reach the language model, as the file says it.
    public var llm: [String: Value] = [:]
    /// Where each value stands in the file.
    public var sources = SourceMap(file: "config.yaml")

    public init() {}

    public static let embeddedModel = "embedded"
}

extension Configuration {
    /// Where the host listens, and under which names.
    public struct Server: Sendable, Hashable {
        /// The files of a certificate and its key.
        public struct TLS: Sendable, Hashable {
            public var certificate: String
            public var key: String

            public init(certificate: String, key: String) {
                self.certificate = certificate
                self.key = key
            }
        }

        public var host = "127.0.0.1"
        public var port = 8080
        /// Names accepted in `Host`, besides the loopback names, `host` and that of `publicURL`.
        public var hosts: [String] = []
        public var publicURL: String?
        public var maximumBody = 1 << 20
        public var tls: TLS?

        public init() {}
    }

    /// Where conversations are kept, and how much of each turn.
    public struct Store: Sendable, Hashable {
        public enum Location: Sendable, Hashable {
            case sqlite(path: String)
            /// May hold a password: never printed.
            case postgresql(url: String)

            public init?(_ text: String) {
                if text.hasPrefix("sqlite:"), text.utf8.count > 7 {
                    self = .sqlite(path: String(text.dropFirst(7)))
                } else if text.hasPrefix("postgresql://") || text.hasPrefix("postgres://"),
                    !text.hasSuffix("://")
                {
                    self = .postgresql(url: text)
                } else {
                    return nil
                }
            }
        }

        public enum TraceDetail: String, Sendable, Hashable, CaseIterable { case full, decisions }

        public var location = Location.sqlite(path: "data/concierge.db")
        public var traceDetail = TraceDetail.full
        public var keepsTracesFor = Duration.seconds(30 * 86_400)

        public init() {}
    }

    /// How sure the host must be.
    public struct Understanding: Sendable, Hashable {
        /// Below it the customer is asked what was meant.
        public var clarifyBelow = 0.45
        /// From it on a hit in the knowledge is an answer.
        public var answerFrom = 0.6
        /// Whether a hit must be nearly sure besides, and leave nothing out that was asked.
        public var isStrict = false
        /// Said where two intents are about as likely; `{a}` and `{b}` are their names.
        public var askEither = Localized([
            "zh": "想确认一下，您是想问「{a}」还是「{b}」？",
            "en": "Just to be sure: is it about {a}, or about {b}?",
        ])
        /// Said where the likeliest intent is still unlikely.
        public var askOne = Localized([
            "zh": "抱歉，我没完全听懂。您是想问「{a}」吗？", "en": "Sorry, I am not sure I understood. Is it about {a}?",
        ])
        /// Whether a model may serve that reads fewer sentences correctly than the one before it.
        public var servesWorse = false

        public init() {}
    }

    /// How long a turn may take, and how quick messages join.
    public struct Turn: Sendable, Hashable {
        public var deadline = Duration.seconds(3)
        public var skillDeadline = Duration.seconds(1)
        /// Zero: messages never join.
        public var join = Duration.milliseconds(800)
        /// Who answers: the skills, or a human who approves, mends or drops what they would say.
        public enum Mode: String, Sendable, Hashable, CaseIterable { case answer, draft }

        public var mode = Mode.answer
        /// What is said when no skill has an answer: a customer is always answered.
        public var fallback = Localized([
            "zh": "我们已经收到，会尽快回复您。", "en": "We have received this and will answer soon.",
        ])

        public init() {}
    }

    /// What happens around a human who holds a conversation.
    public struct Handoff: Sendable, Hashable {
        /// How long after the human's last word the bot takes over again.
        public var returnsAfter = Duration.seconds(30 * 60)

        public init() {}
    }

    /// One skill of the pipeline, as the admin wrote it.
    public struct SkillEntry: Sendable, Hashable {
        public var name: SkillName
        public var config: Value = .map([:])
        public var isolation: Isolation?
        public var onFailure: Manifest.Failure?
        public var isEnabled = true
        public var place: Place
        /// Where `config` stands in `sources`.
        public var configPointer: Pointer

        public init(name: SkillName, place: Place, configPointer: Pointer = .root) {
            self.name = name
            self.place = place
            self.configPointer = configPointer
        }
    }

    /// A way in and out, with the settings its adapter reads.
    public struct Channel: Sendable, Hashable {
        public var isEnabled: Bool
        public var settings: [String: Value]
        /// Credentials without which the channel stays down.
        public var missing: [String]

        public init(isEnabled: Bool, settings: [String: Value] = [:], missing: [String] = []) {
            self.isEnabled = isEnabled
            self.settings = settings
            self.missing = missing
        }
    }

    /// A person who answers customers, as the file introduces them.
    public struct AgentEntry: Sendable, Hashable {
        public var id: String
        public var name: String
        public var competences: [String]
        public var capacity: Int64

        public init(id: String, name: String, competences: [String] = [], capacity: Int64 = 4) {
            self.id = id
            self.name = name
            self.competences = competences
            self.capacity = capacity
        }
    }

    /// Where packages come from.
    public struct Registry: Sendable, Hashable {
        public enum Kind: String, Sendable, Hashable, CaseIterable { case index, clawhub }

        /// A web address or a folder.
        public var url: String
        /// By which its index must be signed; nil: by the one that was seen first.
        public var key: String?
        public var kind: Kind?
        /// Asked where it does not answer.
        public var mirrors: [String]

        public init(url: String, key: String? = nil, kind: Kind? = nil, mirrors: [String] = []) {
            self.url = url
            self.key = key
            self.kind = kind
            self.mirrors = mirrors
        }
    }

    /// An address that hears of events.
    public struct Webhook: Sendable, Hashable {
        public var url: String
        /// Names such as `lead.created`; `*` for all.
        public var events: [String]
        public var secret: String
        /// Hosts (`name`, `name:port`) and blocks (`10.0.0.0/8`) inside the house that this address may reach.
        public var allowedNetworks: [String]

        public init(url: String, events: [String], secret: String, allowedNetworks: [String] = []) {
            self.url = url
            self.events = events
            self.secret = secret
            self.allowedNetworks = allowedNetworks
        }
    }
}

extension Configuration {
    /// A skill's configuration in the shape its manifest declares, over what its package brings, and what is wrong with it;
    /// what is wrong is left out where there is something below it.
    public func config(
        of entry: SkillEntry, for manifest: Manifest, over package: Layers = Layers()
    ) -> (value: Value, layers: Layers, problems: [Problem]) {
        var layers = package
        layers.add(entry.config, from: sources, at: entry.configPointer)
        let schema = manifest.configurationSchema
        let (value, problems) = layers.check(schema)
        // What is wrong was named; the rest is looked at by the skill all the same.
        guard let sound = layers.sound(in: schema) else { return (value, layers, problems) }
        return (sound.check(schema).value, sound, problems)
    }
}
