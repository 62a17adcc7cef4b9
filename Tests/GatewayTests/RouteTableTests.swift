import HTTPServer
import Testing

@testable import Gateway

@Suite struct RouteTableTests {
    private static func route(_ method: Route.Method, _ pattern: String) -> Route {
        Route(method, pattern, "", access: .everyone, answers: []) { _ in Response() }
    }

    private let table = RouteTable([
        route(.get, "/v1/turns"), route(.post, "/v1/turns"), route(.get, "/v1/turns/{id}"),
        route(.patch, "/v1/collections/{name}/{id}"), route(.get, "/"),
    ])

    private func match(_ method: String, _ path: String, _ segments: [String]) -> String {
        switch table.match(method, path, segments: { segments }) {
        case .found(let index, let parameters):
            let route = table.routes[index]
            return "\(route.method) \(route.pattern) \(parameters)"
        case .wrongMethod(let allowed): return "405 \(allowed)"
        case .nothing: return "404"
        }
    }

    @Test(arguments: [
        ("GET", "/v1/turns", "get /v1/turns []"),
        ("HEAD", "/v1/turns", "get /v1/turns []"),
        ("POST", "/v1/turns", "post /v1/turns []"),
        ("GET", "/v1/turns/abc", #"get /v1/turns/{id} ["abc"]"#),
        ("PATCH", "/v1/collections/leads/7", #"patch /v1/collections/{name}/{id} ["leads", "7"]"#),
        ("GET", "/", "get / []"),
        ("DELETE", "/v1/turns", "405 [Gateway.Route.Method.get, Gateway.Route.Method.post]"),
        ("get", "/v1/turns", "405 [Gateway.Route.Method.get, Gateway.Route.Method.post]"),
        ("PUT", "/v1/turns/abc", "405 [Gateway.Route.Method.get]"),
        ("GET", "/v1/turns/", "404"),
        ("GET", "/v1", "404"),
        ("GET", "/v1/turns/a/b", "404"),
    ]) func `finds the route, the method it lacks, or nothing`(
        method: String, path: String, expected: String
    ) {
        #expect(match(method, path, path.split(separator: "/").map(String.init)) == expected)
    }

    @Test func `a slash inside a part stays in its part`() {
        #expect(match("GET", "/v1/turns/a%2Fb", ["v1", "turns", "a/b"]) == #"get /v1/turns/{id} ["a/b"]"#)
    }
}
