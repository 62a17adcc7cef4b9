import HTTPServer

/// Finds the route of a request.
struct RouteTable: Sendable {
    enum Match: Sendable {
        case found(index: Int, parameters: [String])
        case wrongMethod(allowed: [Route.Method])
        case nothing
    }

    let routes: [Route]
    /// Paths without parameters, which are most of the traffic.
    private let exact: [String: [Route.Method: Int]]
    private let patterns: [Pattern]

    private struct Pattern: Sendable {
        var segments: [Substring]
        var routes: [Route.Method: Int]

        /// The parts that braces stand for; nil when the path is another.
        func parameters(in path: [String]) -> [String]? {
            guard path.count == segments.count else { return nil }
            var parameters: [String] = []
            for (segment, part) in zip(segments, path) {
                if segment.hasPrefix("{") {
                    parameters.append(part)
                } else if segment != part {
                    return nil
                }
            }
            return parameters
        }
    }

    init(_ routes: [Route]) {
        self.routes = routes
        var byPattern: [String: [Route.Method: Int]] = [:]
        for (index, route) in routes.enumerated() {
            let old = byPattern[route.pattern, default: [:]].updateValue(index, forKey: route.method)
            precondition(old == nil, "\(route.method) \(route.pattern) stands twice")
        }
        exact = byPattern.filter { !$0.key.contains("{") }
        patterns = byPattern.filter { $0.key.contains("{") }
            .sorted { $0.key < $1.key }
            .map { Pattern(segments: $0.key.split(separator: "/"), routes: $0.value) }
    }

    func match(_ request: Request) -> Match {
        match(request.method, request.rawPath) { request.segments }
    }

    func match(_ method: String, _ path: String, segments: () -> [String]) -> Match {
        if let routes = exact[path] { return choose(routes, method, []) }
        guard !path.hasSuffix("/") else { return .nothing }
        let parts = segments()
        for pattern in patterns {
            if let parameters = pattern.parameters(in: parts) {
                return choose(pattern.routes, method, parameters)
            }
        }
        return .nothing
    }

    private func choose(_ routes: [Route.Method: Int], _ method: String, _ parameters: [String]) -> Match {
        // The server leaves the body of an answer to HEAD out by itself.
        let wanted = method == "HEAD" ? "GET" : method
        if let known = Route.Method(rawValue: wanted), let index = routes[known] {
            return .found(index: index, parameters: parameters)
        }
        return .wrongMethod(allowed: Route.Method.allCases.filter { routes[$0] != nil })
    }
}
