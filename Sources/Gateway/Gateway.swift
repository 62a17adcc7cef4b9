import ConciergeCore
public import Engine
public import HTTPServer
import Threads

/// The HTTP side of the host: every address of the API, and the page at `/`.
public final class Gateway: Sendable {
    public let engine: Engine
    private let table: RouteTable
    private let counters: [RouteCounter]
    private let statuses: [Set<Int>]
    private let access: Guard
    private let desk = Desk()
    private let streams: Streams
    private let observations: Observations

    public init(engine: Engine, settings: GatewaySettings) {
        self.engine = engine
        let streams = Streams(engine: engine)
        let observations = Observations()
        let access = Guard(adminHash: settings.adminTokenHash, restHash: settings.restTokenHash) {
            try engine.store.read { try $0.tokens() }
        }
        let vocabulary = Vocabulary(engine: engine, names: settings.names)
        let routes: [Route] =
            TurnRoutes(engine: engine, settings: settings, times: observations.turnTimes, desk: desk).routes
            + RecordRoutes(engine: engine).routes
            + ConversationRoutes(engine: engine, streams: streams).routes
            + CollectionRoutes(engine: engine, vocabulary: vocabulary).routes
            + CustomerRoutes(engine: engine, vocabulary: vocabulary).routes
            + MergeRoutes(engine: engine).routes
            + ImportRoutes(engine: engine, vocabulary: vocabulary).routes
            + ReportRoutes(engine: engine).routes
            + AgentRoutes(engine: engine, names: settings.names).routes
            + TokenRoutes(engine: engine, access: access).routes
            + SkillRoutes(engine: engine, settings: settings).routes
            + ActionRoutes(engine: engine).routes
            + SkillPageRoutes(engine: engine, seal: settings.seal).routes
            + EventRoutes(engine: engine, streams: streams).routes
            + PageRoutes().routes
            + OperationRoutes(engine: engine, settings: settings, observations: observations).routes
        table = RouteTable(routes)
        counters = routes.map { RouteCounter($0) }
        statuses = routes.map { Set($0.allAnswers.map(\.status)) }
        self.streams = streams
        self.observations = observations
        self.access = access
        observations.set(
            document: OpenAPI(routes: routes, version: settings.version).bytes, counters: counters)
    }

    var routes: [Route] { table.routes }

    /// What `/openapi.json` answers.
    var document: [UInt8] { observations.document }

    /// Starts the threads and listens; the engine must be running.
    public func start(_ configuration: HTTPServer.Configuration, desks: Int = 4) throws -> Server {
        try desk.start(desks)
        try streams.start()
        let server = try Server.start(configuration) { [self] in handle($0, $1) }
        observations.set(server: server)
        return server
    }

    /// Lets what is in flight finish within the grace time; the engine must still be running.
    public func stop(grace: Duration = .seconds(10)) {
        streams.stop()
        observations.server?.stop(grace: grace)
        observations.set(server: nil)
        desk.stop()
    }

    /// Finds the route, lets the client in, and hands the call to where it is answered; never waits.
    func handle(_ request: Request, _ responder: Responder) {
        switch table.match(request) {
        case .found(let index, let parameters): handle(request, responder, index, parameters)
        case .nothing: responder.respond(Refusal.noSuchPath(request.rawPath).response)
        case .wrongMethod(let allowed):
            responder.respond(Refusal.method(request.method, allowed: allowed).response)
        }
    }

    private func handle(_ request: Request, _ responder: Responder, _ index: Int, _ parameters: [String]) {
        let route = table.routes[index]
        let reply = Reply(
            responder: responder, counter: counters[index], statuses: statuses[index],
            log: { [engine] in engine.log(.error, "http: \($0)") })
        do {
            let scope = try access.admit(request, to: route, at: monotonicNanoseconds())
            let call = try Call(request, route: route, parameters: parameters, scope: scope)
            guard route.place == .desk else { return try route.handler(call, reply) }
            let isTaken = desk.run {
                do { try route.handler(call, reply) } catch { reply.refuse(error) }
            }
            if !isTaken { throw Refusal.unavailable("the host is stopping; try again when it is back") }
        } catch {
            reply.refuse(error)
        }
    }
}
