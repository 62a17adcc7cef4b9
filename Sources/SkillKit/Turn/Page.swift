extension Turn {
    /// What staff ask of this skill, by a name that the manifest lists under `actions`.
    public struct Action: Sendable {
        public let name: String
        /// Checked against the action's schema, defaults filled in.
        public let input: Value
        /// Who asks, where it was said.
        public let by: String?
    }

    /// Somebody opened a link that this skill made, or sent the form that it shows.
    public struct Page: Sendable {
        public let name: String
        /// A form was sent; else the page is only looked at, by people and by the robots of messengers.
        public let isPost: Bool
        /// What was given to `links.make`.
        public let data: Value
        /// The fields of the form; several values of one name are lines of it.
        public let form: [String: String]
        /// What the visitor's browser would rather read.
        public let locale: String
    }

    /// Set in a turn of kind `action`.
    public var action: Action? {
        guard let name = self[Key<String>("action.name")] else { return nil }
        return Action(
            name: name, input: self[Key<Value>("action.input")] ?? [:], by: self[Key<String>("action.by")])
    }

    /// Set in a turn of kind `page`.
    public var page: Page? {
        guard let name = self[Key<String>("page.name")] else { return nil }
        return Page(
            name: name, isPost: self[Key<String>("page.method")] == "POST",
            data: self[Key<Value>("page.data")] ?? .null,
            form: self[Key<[String: String]>("page.form")] ?? [:],
            locale: self[Key<String>("page.locale")] ?? "")
    }
}

extension Reply {
    /// HTML without a script: the host lets a page have one `<style>` and forms that post to the page itself.
    public struct Page: Sendable {
        public var html: String
        /// 200, 400, 403, 404, 409, 410 or 422.
        public var status: Int

        public init(html: String, status: Int = 200) {
            self.html = html
            self.status = status
        }

        /// A text as HTML shows it; whatever a customer or colleague wrote goes through it.
        public static func escaped(_ text: String) -> String {
            text.unicodeScalars.reduce(into: "") { html, scalar in
                switch scalar {
                case "&": html += "&amp;"
                case "<": html += "&lt;"
                case ">": html += "&gt;"
                case "\"": html += "&quot;"
                case "'": html += "&#39;"
                default: html.unicodeScalars.append(scalar)
                }
            }
        }

        var value: Value { ["html": .text(html), "status": .int(Int64(status))] }
    }
}

/// Links to this skill's pages, which nobody else can make.
public struct Links: Sendable {
    /// An address for one customer; whoever has it may open it, until it expires.
    public struct Link: Sendable, Hashable {
        public let url: String
        /// Its last part: names the link in a collection.
        public let token: String
    }

    let turn: Turn

    /// `page`: a name that the manifest lists under `pages`. `data` comes back with each visit; it is signed, not secret.
    public func make(_ page: String, data: Value = .null, expires: Timestamp) throws -> Link {
        let answer = try turn.host.ask(
            turn.host.links, turn: turn.id,
            ["op": "make", "page": .text(page), "data": data, "expires": .time(expires)])
        return Link(url: answer["url"]?.text ?? "", token: answer["token"]?.text ?? "")
    }
}
