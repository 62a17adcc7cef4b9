import HTTPServer

/// The page at `/` to talk to the host and see each turn's trace, and the one at `/inbox` for those who answer; they
/// use nothing but `/v1` itself.
struct PageRoutes: Sendable {
    private static let files: [(path: String, type: String, bytes: [UInt8])] = [
        ("/inbox", "text/html", PackageResources.inbox_html),
        ("/page/inbox.css", "text/css", PackageResources.inbox_css),
        ("/page/inbox.js", "text/javascript", PackageResources.inbox_js),
        ("/page/inbox-agent.js", "text/javascript", PackageResources.inbox_agent_js),
        ("/page/inbox-desk.js", "text/javascript", PackageResources.inbox_desk_js),
        ("/page/inbox-lines.js", "text/javascript", PackageResources.inbox_lines_js),
        ("/page/inbox-list.js", "text/javascript", PackageResources.inbox_list_js),
        ("/page/inbox-merge.js", "text/javascript", PackageResources.inbox_merge_js),
        ("/page/inbox-read.js", "text/javascript", PackageResources.inbox_read_js),
        ("/page/inbox-side.js", "text/javascript", PackageResources.inbox_side_js),
        ("/page/inbox-thread.js", "text/javascript", PackageResources.inbox_thread_js),
        ("/page/inbox-words.js", "text/javascript", PackageResources.inbox_words_js),
        ("/", "text/html", PackageResources.index_html),
        ("/page/page.css", "text/css", PackageResources.page_css),
        ("/page/page.js", "text/javascript", PackageResources.page_js),
        ("/page/host.js", "text/javascript", PackageResources.host_js),
        ("/page/trace.js", "text/javascript", PackageResources.trace_js),
        ("/page/words.js", "text/javascript", PackageResources.words_js),
        ("/report", "text/html", PackageResources.report_html),
        ("/page/report.css", "text/css", PackageResources.report_css),
        ("/page/report.js", "text/javascript", PackageResources.report_js),
        ("/page/icon.svg", "image/svg+xml", PackageResources.icon_svg),
    ]

    var routes: [Route] {
        Self.files.map { file in
            Route(
                .get, file.path, "A file of the pages for people", access: .everyone,
                answers: [.init(status: 200, about: "the file", bodies: [file.type: .text(0...1_000_000)])],
                on: .loop
            ) { call in
                var headers = Self.headers(file.type)
                if call.request.isTLS { headers.append("strict-transport-security", "max-age=31536000") }
                return Response(headers: headers, body: file.bytes)
            }
        }
    }

    private static func headers(_ type: String) -> Headers {
        [
            "content-type": type == "image/svg+xml" ? type : type + "; charset=utf-8",
            "cache-control": "no-cache", "x-content-type-options": "nosniff",
            "referrer-policy": "no-referrer",
            "content-security-policy": policy, "cross-origin-opener-policy": "same-origin",
            "cross-origin-resource-policy": "same-origin", "x-frame-options": "DENY",
            "permissions-policy": "camera=(), microphone=(), geolocation=()",
        ]
    }

    private static let policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        + "form-action 'none'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'"
}
