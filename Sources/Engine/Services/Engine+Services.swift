public import ConciergeCore
import Synchronization

/// What skills may ask for, by extension id; `sk.log`, `sk.clock` and `sk.metrics` have tables of their own.
extension Engine: SkillServices {
    public static let services: Set<String> = [
        "sk.log/1", "sk.clock/1", "sk.metrics/1", "sk.store/1", "sk.customers/1", "sk.history/1",
        "sk.agents/1",
        "sk.schedule/1", "sk.knowledge/1", "sk.catalog/1", "sk.hours/1", "sk.links/1",
    ]
    /// Of one skill in one turn.
    static let mostHostCalls = 1000

    public func answer(_ service: String, skill: String, turn: UInt64, request: Value) throws(ServiceError)
        -> Value
    {
        guard let run = running(turn), let stage = run.stage(asking: skill) else {
            throw ServiceError(
                .denied, "turn \(turn) is not asking '\(skill)' now; host calls end with the turn")
        }
        // All of it is kept until the commit, and in the trace: without an end to it a skill would hold up every turn.
        let asked = run.workspace.withLock { workspace in
            workspace.asked += 1
            return workspace.asked
        }
        guard asked <= Self.mostHostCalls else {
            throw ServiceError(
                .tooLarge,
                "'\(skill)' asked \(Self.mostHostCalls) times in one turn; ask for more at once, or go on in a later turn"
            )
        }
        let answer: Value
        do { answer = try self.answer(service, run, stage, request) } catch let error as ServiceError {
            throw error
        } catch let error as StoreError where error.kind == .badQuery {
            throw ServiceError(.badArgument, error.description)
        } catch {
            throw ServiceError(.unavailable, "the store did not answer: \(error)")
        }
        if run.pipeline.settings.tracesInFull { run.note(service, skill: skill, request, answer) }
        return answer
    }

    private func answer(_ service: String, _ run: TurnRun, _ stage: Stage, _ request: Value) throws -> Value {
        switch service {
        case "sk.store/1": try StoreService(run: run, stage: stage).answer(request)
        case "sk.customers/1": try CustomerService(run: run).answer(request)
        case "sk.history/1": try run.history(request)
        case "sk.agents/1": try AgentService(run: run, stage: stage).answer(request)
        case "sk.schedule/1": try run.schedule(request)
        case "sk.hours/1":
            try HoursService(hours: run.pipeline.settings.hours, now: run.record.at).answer(request)
        case "sk.knowledge/1": try KnowledgeService(run: run, source: knowledge).knowledge(request)
        case "sk.catalog/1": try KnowledgeService(run: run, source: knowledge).catalog(request)
        case "sk.links/1": try LinkService(run: run, stage: stage).answer(request)
        default: throw ServiceError(.unsupported, "no service '\(service)' here")
        }
    }

    public func log(skill: String, level: Int32, message: String) {
        let levels: [LogLevel] = [.debug, .info, .notice, .warning, .error]
        log(levels[max(0, min(levels.count - 1, Int(level)))], "skill '\(skill)': \(message.prefix(4096))")
    }

    public func now(turn: UInt64) -> Timestamp { running(turn)?.record.at ?? clock.now() }

    public func random(turn: UInt64) -> UInt64 {
        running(turn)?.workspace.withLock { $0.random.next() } ?? UInt64.random(in: 0...UInt64.max)
    }

    public func count(skill: String, name: String, by amount: Int64) {
        let safe = String(name.unicodeScalars.prefix(64).map { Character($0.isNameCharacter ? $0 : "_") })
        metrics.add("concierge_skill_counter{skill=\"\(skill)\",name=\"\(safe)\"}", amount)
    }
}

extension Unicode.Scalar {
    fileprivate var isNameCharacter: Bool {
        isASCII && (properties.isAlphabetic || self == "_" || ("0"..."9").contains(self))
    }
}

extension TurnRun {
    /// Keeps what a skill asked and was told, for the replay.
    fileprivate func note(_ service: String, skill: String, _ request: Value, _ answer: Value) {
        workspace.withLock {
            $0.calls.append(
                .map(["skill": .text(skill), "service": .text(service), "request": request, "answer": answer])
            )
        }
    }

    /// The stage of that skill, if it is the one that is asked now.
    func stage(asking skill: String) -> Stage? {
        guard workspace.withLock({ $0.skill == skill }) else { return nil }
        return pipeline.stages.first { $0.id == skill }
    }

    func history(_ request: Value) throws -> Value {
        guard request["op"]?.text == "recent" else {
            throw ServiceError(.badArgument, "op: recent was expected")
        }
        guard let conversation, !isNewConversation else { return [] }
        let limit = max(1, min(200, Int(request["limit"]?.int ?? Int64(Engine.historyLength))))
        return try engine.store.read {
            .list(try $0.recent(conversation: conversation.id, limit: limit).map(\.value))
        }
    }

    func schedule(_ request: Value) throws -> Value {
        guard let name = request["name"]?.text else {
            throw ServiceError(.badArgument, "name: a text was expected")
        }
        switch request["op"]?.text {
        case "at":
            guard let at = request["at"]?.timestamp else {
                throw ServiceError(.badArgument, "at: a timestamp was expected")
            }
            let data = request["data"] ?? .null
            workspace.withLock { $0.effects.append(.schedule(name: name, at: at, data: data)) }
        case "cancel": workspace.withLock { $0.effects.append(.unschedule(name: name)) }
        default: throw ServiceError(.badArgument, "op: at or cancel was expected")
        }
        return .null
    }
}
