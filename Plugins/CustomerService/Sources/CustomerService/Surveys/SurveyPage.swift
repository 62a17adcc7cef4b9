import SkillKit

/// The words of the survey's page.
struct PageTexts: Sendable {
    let phrases: [String: Phrase]
    /// From 1 to 5, by language.
    let scores: [String: [String]]
    let style: String

    static let names = [
        "title", "question", "comment", "send", "choose", "thanks", "received", "already", "expired",
        "privacy",
    ]

    init(_ value: Value) throws {
        phrases = try Self.names.reduce(into: [:]) { $0[$1] = try value.need($1, Phrase.self) }
        scores = try value.need("scores")
        style = try value.need("style")
    }
}

/// A small page that needs no script and fits a telephone.
struct SurveyPage {
    let texts: PageTexts
    let locale: String
    /// In characters, of which each has up to four bytes.
    private let room: Int
    private let language: String

    init(_ texts: PageTexts, locale: String, longestComment bytes: Int) {
        self.texts = texts
        self.locale = locale
        room = bytes / 4
        language = locale.lowercased().hasPrefix("en") ? "en" : "zh"
    }

    func form(subject: String, comment: String = "", isIncomplete: Bool = false) -> Reply.Page {
        let labels = texts.scores[language] ?? texts.scores["zh"] ?? []
        let scores = (1...5).map { score in
            let label = labels.indices.contains(score - 1) ? labels[score - 1] : ""
            return
                "<label><input type=\"radio\" name=\"score\" value=\"\(score)\" required><b>\(score)</b>\(escaped(label))</label>"
        }
        let fault = isIncomplete ? "<p class=\"fault\" role=\"alert\">\(text("choose"))</p>" : ""
        return page(
            status: isIncomplete ? 422 : 200,
            """
            <h1>\(text("title"))</h1>
            \(fault)<form method="post">
            <fieldset><legend>\(text("question", ["subject": subject]))</legend>
            <div class="scores">\(scores.joined())</div></fieldset>
            <label for="comment">\(text("comment"))</label>
            <textarea id="comment" name="comment" maxlength="\(room)">\(escaped(comment))</textarea>
            <button>\(text("send"))</button>
            </form>
            <small>\(text("privacy"))</small>
            """)
    }

    func received(score: Int) -> Reply.Page { said("received", score: score) }
    func already(score: Int) -> Reply.Page { said("already", score: score) }

    func expired() -> Reply.Page {
        page(status: 410, "<h1>\(text("title"))</h1>\n<p>\(text("expired"))</p>")
    }

    private func said(_ name: String, score: Int) -> Reply.Page {
        page(
            status: 200,
            """
            <p class="big" aria-hidden="true">✓</p>
            <h1>\(text("thanks"))</h1>
            <p>\(text(name, ["score": "\(score)"]))</p>
            """)
    }

    private func text(_ name: String, _ values: [String: String] = [:]) -> String {
        escaped(texts.phrases[name]?.text(language, values) ?? "")
    }

    private func escaped(_ text: String) -> String { Reply.Page.escaped(text) }

    private func page(status: Int, _ body: String) -> Reply.Page {
        Reply.Page(
            html: """
                <!doctype html>
                <html lang="\(language)">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>\(text("title"))</title>
                <style>
                \(texts.style)</style>
                </head>
                <body>
                <main>
                \(body)
                </main>
                </body>
                </html>

                """, status: status)
    }
}
