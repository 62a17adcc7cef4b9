import ConciergeCore

/// `sk.links/1`: addresses of a skill's pages, for the customer of the turn.
struct LinkService {
    let run: TurnRun
    let stage: Stage

    func answer(_ request: Value) throws(ServiceError) -> Value {
        guard request["op"]?.text == "make" else { throw ServiceError(.badArgument, "op: make was expected") }
        try request.expect(["op", "page", "data", "expires"])
        guard let links = run.engine.links else {
            throw ServiceError(.unsupported, "this host serves no pages")
        }
        let link = try links.link(to: try claim(request))
        return ["url": .text(link.url), "token": .text(link.token)]
    }

    private func claim(_ request: Value) throws(ServiceError) -> PageClaim {
        guard let page = request["page"]?.text else {
            throw ServiceError(.badArgument, "page: a text was expected")
        }
        guard stage.manifest.pages.contains(page) else {
            throw ServiceError(.denied, "'\(page)' is not declared; add it to 'pages' in the manifest")
        }
        guard let expires = request["expires"]?.timestamp, expires > run.record.at else {
            throw ServiceError(.badArgument, "expires: a time to come was expected")
        }
        guard let customer = run.customer?.id else {
            throw ServiceError(
                .badArgument, "a link is for a customer, and this turn has none; make it in one that has")
        }
        return PageClaim(
            skill: stage.id, page: page, customer: customer, conversation: run.conversation?.id,
            data: request["data"] ?? .null, expires: expires)
    }
}
