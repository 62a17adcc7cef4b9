import ConciergeCore
import HTTPServer

/// The one answer to one call, from any thread; counts it.
struct Reply: Sendable {
    let responder: Responder
    let counter: RouteCounter
    /// What the route declared; an undeclared answer would make `openapi.json` a lie.
    let statuses: Set<Int>
    let log: @Sendable (String) -> Void

    func send(_ response: Response) {
        assert(statuses.contains(response.status), "undeclared status \(response.status)")
        counter.count(response.status)
        responder.respond(response)
    }

    func refuse(_ error: any Error) {
        if let refusal = error as? Refusal { return send(refusal.response) }
        guard let refusal = Refusal(explaining: error) else {
            log("\(error)")
            return send(Refusal.unavailable("the host could not do this; its log says why").response)
        }
        send(refusal.response)
    }

    /// What a change of the engine led to.
    func settle(_ result: Result<Response, any Error>) {
        switch result {
        case .success(let response): send(response)
        case .failure(let error): refuse(error)
        }
    }

    func stream(headers: Headers, onClose: @escaping @Sendable () -> Void) -> ResponseStream {
        counter.count(200)
        return responder.stream(headers: headers, onClose: onClose)
    }
}
