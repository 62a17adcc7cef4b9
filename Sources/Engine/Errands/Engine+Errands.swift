public import ConciergeCore

/// What came of an errand, once its turn was committed.
public struct ErrandOutcome: Sendable, Hashable {
    public var turn: String
    /// Of an action.
    public var result: Value
    /// Of a page, which always has one.
    public var page: Patch.Page?
}

public typealias ErrandCompletion = @Sendable (Result<ErrandOutcome, TurnFailure>) -> Void

extension Engine {
    /// Runs one skill for whoever asks, in its customer's lane, or else in the skill's own; the completion is called once, on
    /// a thread of the engine or on this one, and must return at once.
    public func run(_ errand: Errand, completion: @escaping ErrandCompletion) {
        guard !isStopping else { return completion(.failure(.unavailable(Committer.stopping))) }
        let pipeline = enter()
        do throws(TurnFailure) {
            let errand = try pipeline.checked(errand)
            var inbound = Inbound(channel: errand.kindName, text: "")
            inbound.errand = errand
            inbound.customer = errand.customer
            inbound.conversation = errand.conversation
            let part = TurnRun.Part(inbound: inbound, errandCompletion: completion) { result in
                if case .failure(let failure) = result { completion(.failure(failure)) }
            }
            route([part], pipeline)
        } catch {
            pipeline.leave()
            completion(.failure(error))
        }
    }
}

extension Pipeline {
    /// The skill of that name, `-` and `_` being the same.
    public func stage(named name: String) -> Stage? {
        stages.first { $0.id == name } ?? stages.first { $0.manifest.isNamed(SkillName(name)) }
    }

    /// The errand as its skill gets it: known by its id, the input in the shape of its schema.
    fileprivate func checked(_ errand: Errand) throws(TurnFailure) -> Errand {
        guard let stage = stage(named: errand.skill) else {
            throw .unknown(
                .skill, errand.skill,
                mend: Spelling.mend(
                    errand.skill, known: stages.map(\.id), otherwise: "GET /v1/skills lists those that run"))
        }
        var checked = errand
        checked.skill = stage.id
        switch errand.kind {
        case .action(let input, let by):
            let input = try stage.manifest.checked(input, for: errand.name, of: stage.id)
            checked.kind = .action(input: input, by: by)
        case .page:
            guard stage.manifest.pages.contains(errand.name) else {
                throw .unknown(.page, errand.name, mend: "skill '\(stage.id)' serves none of that name")
            }
        }
        return checked
    }
}

extension Manifest {
    fileprivate func checked(_ input: Value, for name: String, of skill: String) throws(TurnFailure) -> Value
    {
        guard let action = actions[name] else {
            let known = actions.keys.sorted()
            let otherwise =
                known.isEmpty
                ? "skill '\(skill)' offers none" : "skill '\(skill)' offers \(Spelling.listed(known))"
            throw .unknown(.action, name, mend: Spelling.mend(name, known: known, otherwise: otherwise))
        }
        let (value, violations) = inputSchema(of: action).check(input == .null ? [:] : input)
        guard violations.isEmpty else { throw .invalid(violations) }
        return value
    }
}
