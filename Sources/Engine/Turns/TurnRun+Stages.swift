import ConciergeCore
import Synchronization

extension TurnRun {
    /// Runs skills until one keeps its answer for later, or all had their part.
    func advance(_ worker: Worker) {
        while stageIndex < pipeline.stages.count {
            let stage = pipeline.stages[stageIndex]
            if let trace = passedOver(stage) {
                record.skills.append(trace)
                stageIndex += 1
                continue
            }
            let gate = ask(stage, worker)
            switch gate.take() {
            case .pending: return waitUntilLate(stage, gate)
            case .seized: return
            case .verdict(let verdict):
                guard accept(verdict, of: stage) else { return }
            }
        }
        if let whyErrandIsUndone { return fail(.unavailable(whyErrandIsUndone)) }
        commit()
    }

    /// A worker goes on after a skill answered later, or its time was over.
    func resume(_ worker: Worker) {
        guard let gate, case .verdict(let verdict) = gate.take() else { return }
        guard accept(verdict, of: pipeline.stages[stageIndex]) else { return }
        advance(worker)
    }

    private func passedOver(_ stage: Stage) -> SkillTrace? {
        var trace = SkillTrace(skill: stage.id, version: stage.manifest.version, status: .skipped)
        if let onlySkill, onlySkill != stage.id { return trace }
        if let claimant, !stage.manifest.observes {
            trace.because = "claimed by \(claimant)"
            return trace
        }
        if let reason = stage.outOfService {
            trace.status = .unavailable
            trace.because = reason
            fallBack(stage)
            return trace
        }
        if engine.clock.monotonic() >= deadline {
            trace.because = "the turn's time was over"
            return trace
        }
        return nil
    }

    private func ask(_ stage: Stage, _ worker: Worker) -> StageGate {
        gateBegan = engine.clock.monotonic()
        let gate = StageGate(
            deadline: min(deadline, gateBegan + pipeline.settings.skillDeadline.nanoseconds))
        self.gate = gate
        workspace.withLock { $0.begin(stage.id) }
        var view = context.view(pipeline.views[stageIndex], others: stage.reads)
        // Its manifest says that it serves events, actions or pages, and that is declared enough.
        if !isMessage { for (key, value) in occasion { view.insert(key, value) } }
        shown = view.keys
        let call = SkillCall(turn: number, deadline: gate.deadline, view: view) {
            [self] result in
            switch gate.end(.answered(result)) {
            case .stored: break
            case .resume: engine.workers.run { self.resume($0) }
            case .tooLate: engine.metrics.add("concierge_skill_dropped_answers_total", skill: stage.id)
            }
        }
        worker.call(gate, stuck: { [self] in writeOff(stage) }) { stage.skill.begin(call) }
        return gate
    }

    private func waitUntilLate(_ stage: Stage, _ gate: StageGate) {
        engine.timekeeper.at(gate.deadline) { [self] in
            guard gate.end(.late) == .resume else { return }
            stage.skill.cancel(turn: number)
            engine.workers.run { self.resume($0) }
        }
    }

    /// The skill kept a thread: it has no part in any turn until restart, and this turn goes on elsewhere.
    private func writeOff(_ stage: Stage) {
        stage.takeOutOfService("it held a thread past its deadline; restart the host to try it again")
        engine.log(
            .error, "skill '\(stage.id)': held a thread past its deadline; out of service until restart")
        engine.workers.run { [self] worker in
            guard accept(.late, of: stage) else { return }
            advance(worker)
        }
    }

    /// Takes a skill's part into the turn or leaves it out; false when the turn ends with it.
    private func accept(_ verdict: StageGate.Verdict, of stage: Stage) -> Bool {
        var trace = SkillTrace(skill: stage.id, version: stage.manifest.version, status: .ran)
        trace.microseconds = (engine.clock.monotonic() - gateBegan) / 1000
        trace.read = shown
        stageIndex += 1
        do {
            let patch = try patch(from: verdict)
            try apply(patch, of: stage, to: &trace)
            if claimant != nil, claimant != stage.id { trace.status = .observed }
        } catch {
            trace.status = error.status
            trace.because = error.description
            workspace.withLock { $0.begin(nil) }
            note(error, of: stage)
            if errand != nil {
                failErrand(error, of: stage)
                return false
            }
            if stage.manifest.onFailure == .fail, wakeup == nil {
                fail(.skill(stage.id, reason: error.description))
                return false
            }
            fallBack(stage)
        }
        record.skills.append(trace)
        return true
    }

    /// What a skill says against an action is an answer to staff, and no fault of it.
    private func note(_ failure: SkillFailure, of stage: Stage) {
        switch failure {
        case .failed, .invalid: if record.kind == "action" { return }
        case .refused, .late, .unavailable: break
        }
        engine.metrics.add("concierge_skill_failures_total", skill: stage.id)
        engine.log(.warning, "skill '\(stage.id)', turn \(record.id): \(failure)")
    }

    private func patch(from verdict: StageGate.Verdict) throws(SkillFailure) -> Patch {
        switch verdict {
        case .late: throw .late
        case .answered(let result): try result.get()
        }
    }

    private func fallBack(_ stage: Stage) {
        guard stage.manifest.onFailure == .fallback, isMessage,
            let text = stage.manifest.fallback.localized(locale)
        else { return }
        said.append(Utterance(.answer, text))
    }
}

extension SkillFailure {
    fileprivate var status: SkillTrace.Status {
        switch self {
        case .failed, .invalid, .refused: .failed
        case .late: .late
        case .unavailable: .unavailable
        }
    }
}
