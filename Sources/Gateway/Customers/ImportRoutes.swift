import ConciergeCore
import Engine
import HTTPServer
import Synchronization

/// Many customers, orders or agents at once: JSON lines in, a report of every refused line out.
struct ImportRoutes: Sendable {
    let engine: Engine
    let vocabulary: Vocabulary

    private static let mostLines = 10_000

    var routes: [Route] {
        [
            Route(
                .post, "/v1/import/{kind}",
                "Takes 'customers', 'orders' or 'agents', one JSON object a line; what a line leaves out stays as it was",
                access: .token(.staff),
                query: [.optional("events", .flag, "'true': orders that became paid are told to skills")],
                body: .init(schema: .text(0...10_000_000), mediaType: "application/x-ndjson"),
                answers: [
                    .json(200, .named("ImportReport"), "what was taken, and every line that was not"),
                    .refusal(404, "no such kind"),
                ], on: .desk, handler: take)
        ]
    }

    private func take(_ call: Call, _ reply: Reply) throws {
        guard let kind = ImportKind(rawValue: call.parameters[0]) else {
            throw Refusal(
                404, "not_found",
                "path: nothing is imported as '\(call.parameters[0].prefix(64))'; use \(Spelling.listed(ImportKind.allCases.map(\.rawValue)))"
            )
        }
        try call.checkMediaType("application/x-ndjson")
        let lines = call.request.body.split(separator: 0x0a, omittingEmptySubsequences: false)
        guard lines.count <= Self.mostLines else {
            throw Refusal.invalid(
                "", "too_long", "has \(lines.count) lines; send at most \(Self.mostLines) at once")
        }
        // One more than there are lines, so that the report does not leave before the last was sent.
        let report = ImportReport(awaiting: 1) { reply.send(.json($0)) }
        for (index, line) in lines.enumerated() {
            let bytes = Array(line.last == 0x0d ? line.dropLast() : line)
            if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { continue }
            take(bytes, kind, report, number: index + 1, tells: call.query["events"]?.bool == true)
        }
        report.settleOne()
    }

    private func take(_ line: [UInt8], _ kind: ImportKind, _ report: ImportReport, number: Int, tells: Bool) {
        let body: [String: Value]
        do {
            var check = SchemaCheck()
            body = check.check(try JSON.decode(line), kind.schema).map ?? [:]
            guard check.problems.isEmpty else { return report.refuse(number, check.problems) }
        } catch {
            return report.refuse(
                number,
                [FieldProblem(pointer: "", code: "bad_json", detail: "\(error); send one JSON object a line")]
            )
        }
        enter(body, kind, report, number: number, tells: tells)
    }

    private func enter(
        _ body: [String: Value], _ kind: ImportKind, _ report: ImportReport, number: Int, tells: Bool
    ) {
        report.awaitOne()
        let name = body[kind == .orders ? "customer" : "id"]?.text ?? ""
        let lane = kind == .agents ? "agent:\(name)" : engine.survivor(of: name)
        let change: @Sendable (any StoreReader) throws -> Change<Bool> = {
            [now = engine.clock.now()] reader in
            if kind == .customers, let refusal = Refusal.merged(name, into: lane) { throw refusal }
            return try self.change(kind, body, lane: lane, Intake(now: now), reader, tells: tells)
        }
        let settle: @Sendable (Result<Bool, any Error>) -> Void = { result in
            switch result {
            case .success(let isNew): report.take(isNew: isNew)
            case .failure(let error): report.refuse(number, error)
            }
            report.settleOne()
        }
        if kind == .orders {
            engine.change(order: body["id"]?.text ?? "", of: lane, change, completion: settle)
        } else {
            engine.change(lane: lane, change, completion: settle)
        }
    }

    private func change(
        _ kind: ImportKind, _ body: [String: Value], lane: String, _ intake: Intake,
        _ reader: any StoreReader, tells: Bool
    ) throws -> Change<Bool> {
        let id = body["id"]?.text ?? ""
        switch kind {
        case .customers:
            let before = try reader.customer(id)
            let customer = try vocabulary.settle(
                intake.customer(id, body, before: before, keepsOthers: true), before: before)
            return Change([.customer(customer, expecting: before?.version ?? 0)], result: before == nil)
        case .orders:
            guard try reader.customer(lane) != nil else {
                throw Refusal.invalid(
                    "/customer", "unknown_customer", "is nobody known; import the customers first")
            }
            let before = try reader.orders(customer: lane).first { $0.id == id }
            let order = intake.order(id, of: lane, body, before: before)
            try vocabulary.check(order, before: before, reader)
            return Change(order, before: before, tells: tells, result: before == nil)
        case .agents:
            let isNew = try !reader.agents().contains { $0.id == id }
            return Change([.agent(intake.agent(id, body))], result: isNew)
        }
    }
}

/// Gathers what became of each line, and reports once the last is settled.
final class ImportReport: Sendable {
    private struct State {
        var awaited: Int
        var created = 0
        var updated = 0
        var refused: [(line: Int, problem: FieldProblem)] = []
    }

    private let state: Mutex<State>
    private let done: @Sendable (Value) -> Void

    init(awaiting count: Int, done: @escaping @Sendable (Value) -> Void) {
        state = Mutex(State(awaited: count))
        self.done = done
    }

    func awaitOne() { state.withLock { $0.awaited += 1 } }

    func take(isNew: Bool) {
        state.withLock { state in
            if isNew { state.created += 1 } else { state.updated += 1 }
        }
    }

    func refuse(_ line: Int, _ problems: [FieldProblem]) {
        state.withLock { $0.refused += problems.map { (line, $0) } }
    }

    func refuse(_ line: Int, _ error: any Error) {
        let refusal = error as? Refusal ?? Refusal(explaining: error)
        if let problems = refusal?.problems, !problems.isEmpty { return refuse(line, problems) }
        let detail = refusal?.detail ?? "the host could not do this; its log says why"
        refuse(line, [FieldProblem(pointer: "", code: refusal?.code ?? "unavailable", detail: detail)])
    }

    func settleOne() {
        let report = state.withLock { state -> Value? in
            state.awaited -= 1
            // Not as a choice of two: `nil` would be taken for the value null.
            guard state.awaited == 0 else { return nil }
            return Self.value(state)
        }
        if let report { done(report) }
    }

    private static func value(_ state: State) -> Value {
        [
            "created": .int(Int64(state.created)), "updated": .int(Int64(state.updated)),
            "errors": .list(
                state.refused.sorted { $0.line < $1.line }.map { line, problem in
                    [
                        "line": .int(Int64(line)), "pointer": .text(problem.pointer),
                        "code": .text(problem.code), "detail": .text(problem.detail),
                    ]
                }),
        ]
    }
}
