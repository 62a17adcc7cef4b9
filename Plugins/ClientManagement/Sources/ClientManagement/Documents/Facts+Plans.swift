internal import SkillKit

extension Facts {
    mutating func addNext() {
        set("next_who", person(review.next.who))
        set("next_what", review.next.text(format))
        set("next_due", format.calendar.text(review.next.due))
    }

    mutating func addModel() {
        let (model, client) = (settings.model, review.client)
        set("principles", rows: model.principles.map { ["text": $0.text(locale)] })
        set("elements", rows: model.elements.map(row))
        for step in model.onboarding { set("step_\(step.id)", rows: step.outputs.map(row)) }
        set(
            "stages",
            rows: model.stages.map {
                [
                    "mark": here($0.id == client.stage), "name": $0.name.text(locale),
                    "purpose": $0.purpose.text(locale),
                ]
            })
        set("focus", rows: (model.stage(client.stage)?.focus ?? []).map { ["text": $0.text(locale)] })
        set(
            "cadences",
            rows: model.cadences.map {
                [
                    "mark": here($0.id == review.cadence?.id), "name": $0.name.text(locale),
                    "rhythm": $0.rhythm.text(locale),
                ]
            })
        set(
            "questions",
            rows: model.questions.map { question in
                let answer = question.answers.first { single[$0] != nil }.flatMap { single[$0] }
                return [
                    "text": question.text.text(locale),
                    "value": answer ?? settings.texts.text("open_entry", locale),
                ]
            })
    }

    mutating func addPlans() {
        let client = review.client
        let commitments = client.commitments.sorted { ($0.due ?? now, $0.id) < ($1.due ?? now, $1.id) }
        set(
            "commitments",
            rows: commitments.map {
                [
                    "mark": mark($0.done != nil), "what": $0.what, "who": person($0.who ?? review.owner),
                    "due": $0.due.map(format.calendar.text) ?? settings.texts.text("open_entry", locale),
                ]
            })
        set("moves", rows: client.moves.map(row))
        set(
            "scope_questions",
            rows: review.records.contact.scopeQuestions.map {
                ["at": format.calendar.text($0.at), "words": $0.words]
            })
        set("renewal_steps", rows: RenewalPlan(client, settings.rules, now: now).steps.map(row))
    }

    private func row(_ step: RenewalPlan.Step) -> Row {
        [
            "mark": mark(step.isDone), "what": step.what.text(locale), "who": person(review.owner),
            "due": format.calendar.text(step.due), "id": step.id,
            "when": settings.texts.text("renewal_step", locale, ["days": String(step.daysBefore)]),
        ]
    }

    private func row(_ move: Client.Move) -> Row {
        let facts = move.facts.sorted { $0.key < $1.key }.map {
            settings.texts.groups["facts"]?[$0.key]?.text(locale, ["value": String($0.value)]) ?? $0.key
        }
        let stage = { (id: String) in settings.model.stage(id)?.name.text(locale) ?? id }
        let because =
            facts.isEmpty ? settings.texts.text("staff", locale) : settings.texts.list(facts, locale)
        return [
            "at": format.calendar.text(move.at), "from": stage(move.from), "to": stage(move.to),
            "because": because,
        ]
    }
}
