import ConciergeCore
import Engine
import HTTPServer

/// The pages of skills, for whoever has a link: `/p/{skill}/{token}`, and `/survey/{token}` for a page of that name.
struct SkillPageRoutes: Sendable {
    let engine: Engine
    let seal: PageSeal?

    private static let form = "application/x-www-form-urlencoded"
    /// Of a form: what a person writes fits in, and a skill can be given it.
    private static let longestForm = 64 << 10
    private static let html = Schema.text(0...1_000_000)

    var routes: [Route] {
        [("/p/{skill}/{token}", 1), ("/survey/{token}", 0)].flatMap { pattern, token in
            [Route.Method.get, .post].map { method in
                var route = Route(
                    method, pattern,
                    method == .get ? "Shows the page behind a link of a skill" : "Sends the form of a page",
                    access: .everyone,
                    body: method == .get ? nil : .init(schema: .map, mediaType: Self.form, isRequired: false),
                    answers: Self.answers(method), on: .loop
                ) { call, reply in open(call, token: call.parameters[token], reply) }
                // Messengers add items of their own to the addresses that they pass on.
                route.ignoresQuery = true
                return route
            }
        }
    }

    private static func answers(_ method: Route.Method) -> [Route.Answer] {
        var abouts = [
            200: "the page", 400: "the skill says that what was sent is not right",
            403: "the skill does not allow it",
            404: "no link of this host", 409: "the skill says that this is over",
            410: "the link has expired", 422: "the skill says what is missing",
            503: "the page cannot be shown now",
        ]
        if method == .post {
            abouts[413] = "more than 64 KiB were sent"
            abouts[415] = "what was sent is not a form"
        }
        return abouts.sorted { $0.key < $1.key }.map { status, about in
            var bodies = ["text/html": html]
            // The host around every route speaks to programs.
            if [400, 413].contains(status) { bodies["application/problem+json"] = .named("Problem") }
            return Route.Answer(status: status, about: about, bodies: bodies)
        }
    }

    private func open(_ call: Call, token: String, _ reply: Reply) {
        let wished = Languages(call.request.headers.values("accept-language").joined(separator: ","))
        // A messenger's own browser may wish for nothing: then it is the shop's.
        let languages = wished.tags.isEmpty ? Languages(engine.pipeline.settings.locale) : wished
        let errand: Errand
        do throws(Unopened) {
            errand = Errand(
                opening: try claim(token, call), isPost: call.route.method == .post, form: try form(call),
                locale: wished.tags.first)
        } catch {
            return reply.send(error.page.response(languages))
        }
        engine.run(errand) { result in reply.send(Self.response(result, languages)) }
    }

    private func claim(_ token: String, _ call: Call) throws(Unopened) -> PageClaim {
        guard let seal else { throw Unopened(page: .forged) }
        let claim: PageClaim
        do throws(PageSeal.Refusal) { claim = try seal.claim(of: token, at: engine.clock.now()) } catch {
            throw Unopened(page: error == .expired ? .expired : .forged)
        }
        let isHere = call.parameters.count == 2 ? call.parameters[0] == claim.skill : claim.page == "survey"
        guard isHere else { throw Unopened(page: .forged) }
        return claim
    }

    /// The fields that were sent; several of one name are lines of it.
    private func form(_ call: Call) throws(Unopened) -> [String: String] {
        guard call.route.method == .post, !call.request.body.isEmpty else { return [:] }
        guard call.request.body.count <= Self.longestForm else { throw Unopened(page: .tooLong) }
        do { try call.checkMediaType(Self.form) } catch { throw Unopened(page: .unreadable) }
        return Dictionary(call.request.form.map { ($0.name, $0.value) }) { $0 + "\n" + $1 }
    }

    private static func response(
        _ result: Result<ErrandOutcome, TurnFailure>, _ languages: Languages
    ) -> Response {
        switch result {
        case .success(let outcome):
            guard let page = outcome.page else { return HostPage.unavailable.response(languages) }
            return Response(html: page.html, status: Int(page.status))
        // The skill has no such page any more, or its customer was erased.
        case .failure(.unknown(.page, _, _)), .failure(.gone): return HostPage.expired.response(languages)
        case .failure: return HostPage.unavailable.response(languages)
        }
    }
}

/// A link that leads to no skill.
private struct Unopened: Error {
    var page: HostPage
}
