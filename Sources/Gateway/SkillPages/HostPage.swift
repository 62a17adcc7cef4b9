import HTTPServer

/// What a visitor reads when no skill answers: friendly, in both languages, and nothing of what is inside.
enum HostPage: Sendable, CaseIterable {
    case forged, expired, tooLong, unreadable, unavailable

    var status: Int {
        switch self {
        case .forged: 404
        case .expired: 410
        case .tooLong: 413
        case .unreadable: 415
        case .unavailable: 503
        }
    }

    func response(_ languages: Languages) -> Response {
        var response = Response(html: html(isChinese: languages.isChinese), status: status)
        if self == .unavailable { response.headers.append("retry-after", "60") }
        return response
    }

    private func html(isChinese: Bool) -> String {
        let (title, text) = isChinese ? chinese : english
        return """
            <!doctype html>
            <html lang="\(isChinese ? "zh" : "en")">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(title)</title>
            <style>\(Self.style)</style>
            <main><h1>\(title)</h1><p>\(text)</p></main>
            </html>

            """
    }

    private var chinese: (title: String, text: String) {
        switch self {
        case .forged: ("这个链接打不开", "可能没有复制完整。请回到对话里再点一次，或者让我们再发一个给您。")
        case .expired: ("这个链接已经过期", "没关系，请在对话里告诉我们，我们会再发一个给您。")
        case .tooLong: ("写得太多了", "这里放不下这么多内容。请返回缩短一些，再提交一次。")
        case .unreadable: ("没有收到您填的内容", "请返回上一页，再提交一次。")
        case .unavailable: ("暂时打不开", "请过几分钟再试一次，您的链接仍然有效。")
        }
    }

    private var english: (title: String, text: String) {
        switch self {
        case .forged:
            (
                "This link does not open",
                "Perhaps it was not copied whole. Please go back to the chat and tap it again, or ask us for a new one."
            )
        case .expired:
            (
                "This link has expired",
                "No harm done: write to us in the chat, and we will send you a new one."
            )
        case .tooLong:
            (
                "That is more than fits",
                "We cannot take this much at once. Please go back, shorten it, and send it again."
            )
        case .unreadable:
            ("What you wrote did not arrive", "Please go back to the page before, and send it again.")
        case .unavailable:
            ("This page is not there right now", "Please try again in a few minutes; your link stays good.")
        }
    }

    private static let style = """
        :root{color-scheme:light dark;--paper:#f6f4ef;--card:#fffefb;--ink:#1d2422;--faint:#5f6966;--line:#e2ddd2;--mark:#0f4f46}
        @media(prefers-color-scheme:dark){:root{--paper:#121715;--card:#1a211e;--ink:#e9ece9;--faint:#9ba7a2;--line:#2c3632;--mark:#8fd3c1}}
        body{margin:0;min-height:100vh;display:grid;place-items:center;background:var(--paper);color:var(--ink);\
        font:17px/1.6 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
        main{margin:1.5rem;max-width:26rem;padding:2rem 2.25rem;background:var(--card);border:1px solid var(--line);\
        border-top:4px solid var(--mark);border-radius:16px;text-wrap:balance}
        h1{margin:0 0 .5rem;font-size:1.35rem}p{margin:0;color:var(--faint)}
        """
}
