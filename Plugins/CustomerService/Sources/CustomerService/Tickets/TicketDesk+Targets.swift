import SkillKit

/// A timer of a ticket: its name carries the ticket, because a customer may have several.
enum TicketTimer: String, CaseIterable {
    case firstAnswer = "first_answer"
    case resolution
    case survey
    case remind
    case expire

    func name(_ ticket: String) -> String { "\(rawValue):\(ticket)" }

    static func read(_ name: String) -> (timer: TicketTimer, ticket: String)? {
        let parts = name.split(separator: ":", maxSplits: 1)
        guard parts.count == 2, let timer = TicketTimer(rawValue: String(parts[0])) else { return nil }
        return (timer, String(parts[1]))
    }
}

extension TicketDesk {
    /// By when it must be answered and resolved, from its opening or its reopening on, and the timers for it.
    func setTargets(_ ticket: inout Ticket) throws {
        guard let target = settings.tickets.targets[ticket.priority] else { return }
        let start = ticket[time: "reopened_at"] ?? ticket.createdAt
        let firstAnswer = try due(target.firstAnswer, after: start)
        let resolution = try due(target.resolution, after: start)
        ticket[time: "first_answer_due"] = firstAnswer
        ticket[time: "resolution_due"] = resolution
        if ticket[time: "first_answer_at"] == nil {
            try turn.schedule.at(firstAnswer, TicketTimer.firstAnswer.name(ticket.id))
        }
        try turn.schedule.at(resolution, TicketTimer.resolution.name(ticket.id))
    }

    private func due(_ span: Span, after start: Timestamp) throws -> Timestamp {
        guard settings.tickets.countsBusinessHours else { return start + span.duration }
        guard let due = try turn.hours.after(span.duration, from: start) else {
            throw SkillError("business_hours: no such time within a year; open at least once a week")
        }
        return due
    }

    /// The time is over: escalated unless it was seen to meanwhile, and told again when it was escalated before.
    func overdue(_ timer: TicketTimer, _ id: String) throws -> Reply {
        var reply = Reply()
        guard let ticket = try ticket(id), ticket.isLive,
            let target = settings.tickets.targets[ticket.priority]
        else {
            reply.because = "ticket \(id) needs nobody any more"
            return reply
        }
        let isFirst = timer == .firstAnswer
        if isFirst, ticket[time: "first_answer_at"] != nil {
            reply.because = "ticket \(id) was answered in time"
            return reply
        }
        let span = isFirst ? target.firstAnswer : target.resolution
        let reason = settings.texts.notice(timer.rawValue, ["target": settings.texts.span(span)])
        if ticket.status == "escalated" {
            tellSupervisors("overdue", of: ticket, reason, &reply)
        } else {
            _ = try escalated(ticket, because: reason, &reply)
        }
        reply.emit(
            "ticket.overdue", ["ticket": .text(id), "target": .text(timer.rawValue), "reason": .text(reason)])
        reply.because =
            "ticket \(id) (\(ticket.priority.rawValue)) was \(isFirst ? "not answered" : "not resolved") within \(span.text): supervisors told"
        return reply
    }
}
