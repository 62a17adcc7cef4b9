import ConciergeCore
import Synchronization
import Testing

@testable import Engine

@Suite struct LinkTests {
    /// Writes a claim down instead of signing it.
    private final class Notebook: PageLinks {
        let claims = Mutex<[PageClaim]>([])

        func link(to claim: PageClaim) throws(ServiceError) -> PageLink {
            claims.withLock { $0.append(claim) }
            return PageLink(url: "http://shop/p/T", token: "T")
        }
    }

    private static let time = Timestamp(seconds: 1_800_000_000)

    /// What a skill is told that asks for this in its turn.
    private func answer(
        _ request: Value, links: (any PageLinks)?, wakeup: Bool = false
    ) throws -> Result<Value, ServiceError>? {
        let told = Mutex<Result<Value, ServiceError>?>(nil)
        let engine = Mutex<Engine?>(nil)
        let manifest = Manifest.make("desk") {
            $0.pages = ["survey"]
            $0.actions = ["link": .init()]
        }
        let stage = Stage.answering(manifest) { call in
            let result = Result { () throws(ServiceError) in
                try engine.withLock { $0 }?.answer(
                    "sk.links/1", skill: "desk", turn: call.turn, request: request)
                    ?? .null
            }
            told.withLock { $0 = result }
            return Patch()
        }
        let house = try House([stage], links: links)
        engine.withLock { $0 = house.engine }
        defer { engine.withLock { $0 = nil } }
        if wakeup {
            _ = house.ask(Errand(skill: "desk", name: "link", kind: .action(input: [:], by: nil)))
        } else {
            _ = try house.turn("hello", conversation: "k1")
        }
        return told.withLock { $0 }
    }

    @Test func `a link is for the customer, the conversation and the skill of its turn`() throws {
        let notebook = Notebook()
        let told = try answer(
            ["op": "make", "page": "survey", "data": ["ticket": "t1"], "expires": .timestamp(Self.time)],
            links: notebook)
        #expect(told == .success(["url": "http://shop/p/T", "token": "T"]))
        #expect(
            notebook.claims.withLock { $0 } == [
                PageClaim(
                    skill: "desk", page: "survey", customer: "u1", conversation: "k1", data: ["ticket": "t1"],
                    expires: Self.time)
            ])
    }

    @Test(
        arguments: [
            (["op": "burn"], .badArgument, "op: make was expected"),
            (["op": "make", "expires": .timestamp(time)], .badArgument, "page: a text was expected"),
            (
                ["op": "make", "page": "status", "expires": .timestamp(time)], .denied,
                "'status' is not declared; add it to 'pages' in the manifest"
            ),
            (["op": "make", "page": "survey"], .badArgument, "expires: a time to come was expected"),
            (
                ["op": "make", "page": "survey", "expires": .timestamp(Timestamp(seconds: 1))], .badArgument,
                "expires: a time to come was expected"
            ),
            (
                ["op": "make", "page": "survey", "expires": .timestamp(time), "date": 1], .badArgument,
                "date: unknown; did you mean 'data'?"
            ),
        ] as [(Value, ServiceError.Kind, String)])
    func `a wrong request is refused by name`(request: Value, kind: ServiceError.Kind, message: String) throws
    {
        #expect(try answer(request, links: Notebook()) == .failure(ServiceError(kind, message)))
    }

    @Test func `a turn without a customer makes none, nor does a host without pages`() throws {
        let request: Value = ["op": "make", "page": "survey", "expires": .timestamp(Self.time)]
        #expect(
            try answer(request, links: Notebook(), wakeup: true)
                == .failure(
                    ServiceError(
                        .badArgument,
                        "a link is for a customer, and this turn has none; make it in one that has")))
        #expect(
            try answer(request, links: nil)
                == .failure(ServiceError(.unsupported, "this host serves no pages")))
    }
}
