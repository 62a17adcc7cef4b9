import SkillKit
import Testing
import YAML

@testable import ClientManagement

struct DocumentTests {
    static let kinds = [
        "summary", "onboarding", "communication", "success-map", "scope", "risk-audit", "retention",
    ]

    private func document(
        _ kind: String, _ locale: String, of case: (client: Client, records: Records)
    ) throws -> Document {
        let data = try settings()
        let review = Review(`case`.client, `case`.records, data)
        return try #require(Composer.document(kind, data, Facts(review, data, locale, names: names)))
    }

    /// Documents are compared whole; to take a new one over, write what the failing test prints.
    private func golden(_ name: String) throws -> String {
        let folder = #filePath.split(separator: "/").dropLast().joined(separator: "/")
        return String(decoding: try contents(of: "/\(folder)/Golden/\(name)"), as: UTF8.self)
    }

    @Test(arguments: [("summary", "zh-CN"), ("summary", "en"), ("risk-audit", "zh-CN"), ("retention", "en")])
    func `a client in trouble reads like this`(kind: String, locale: String) throws {
        let document = try document(kind, locale, of: sliding())
        #expect(try document.markdown == golden("sliding-\(kind)-\(locale).md"))
    }

    @Test(arguments: ["zh-CN", "en"])
    func `a settled client's onboarding plan reads like this`(locale: String) throws {
        let document = try document("onboarding", locale, of: settled())
        #expect(try document.markdown == golden("settled-onboarding-\(locale).md"))
    }

    @Test(arguments: kinds, ["zh-CN", "en"])
    func `every document ends with who does what by when`(kind: String, locale: String) throws {
        for client in [
            settled(), sliding(), (Client(id: "u9", stage: "pre_close", at: now), Records(now: now)),
        ] {
            let document = try document(kind, locale, of: client)
            let last = try #require(document.ending.last?.blocks.last)
            #expect(last.style == .next && !last.isGap)
            #expect(document.markdown.hasSuffix(last.text + "\n"))
            #expect(document.markdown.contains(locale == "en" ? "Boundary:" : "边界："))
            #expect(document.parts.allSatisfy { !$0.blocks.isEmpty })
        }
    }

    @Test(arguments: kinds)
    func `a client in good order passes every check`(kind: String) throws {
        #expect(try document(kind, "zh-CN", of: settled()).failed.map(\.id) == [])
    }

    @Test(arguments: kinds)
    func `what a stranger's document lacks is named in it`(kind: String) throws {
        let document = try document(
            kind, "en", of: (Client(id: "u9", stage: "pre_close", at: now), Records(now: now)))
        #expect(
            document.failed.map { "\($0.group).\($0.id)" } == [
                "rules.type", "rules.success", "rules.promise", "rules.clear", "rules.ownership",
                "quality.context",
                "quality.success", "quality.clear", "quality.roles",
            ])
        #expect(
            document.markdown.contains(
                "- Failed: Success is defined as the client sees it. Ask the client for the desired outcome and enter it."
            ))
    }

    @Test func `a document that is too long is not usable`() throws {
        let data = try Settings(configuration.setting("rules.document_lines", 10))
        let (client, records) = settled()
        let facts = Facts(Review(client, records, data), data, "en", names: names)
        #expect(Composer.document("scope", data, facts)?.failed.map(\.id) == ["usable"])
    }

    @Test(arguments: kinds)
    func `what was entered cannot become markup`(kind: String) throws {
        var (client, records) = settled()
        client.entries["goals"] = "<script>alert('x')</script>"
        client.entries["owner"] = "a\n\n# b"
        records.customer["company"] = "A & \"B\" <b>"
        let document = try document(kind, "en", of: (client, records))
        let html = document.html(style: "")
        #expect(!html.contains("<script") && !html.contains("<b>\""))
        #expect(html.contains("A &amp; &quot;B&quot; &lt;b&gt;"))
        #expect(!document.markdown.contains("<script") && !document.markdown.contains("\n# b"))
    }

    @Test(arguments: kinds)
    func `documents hold no phone number, address or person's name that they need not`(kind: String) throws {
        var (client, records) = sliding()
        records.customer["phone"] = "+8613800138000"
        records.customer["email"] = "zhang@example.com"
        client.entries["contacts"] = nil
        for text in [
            try document(kind, "zh-CN", of: (client, records)).markdown,
            try document(kind, "en", of: (client, records)).html(style: ""),
        ] {
            #expect(!text.contains("13800138000") && !text.contains("zhang@") && !text.contains("张三"))
        }
    }

    @Test func `as JSON it says which lines are gaps and which checks held`() throws {
        let value = try document("scope", "en", of: sliding()).value
        let failed = (value["checks"]?.list ?? []).filter { $0["passed"]?.bool == false }.compactMap {
            $0["id"]?.text
        }
        #expect(failed == ["promise", "roles"])
        let gaps = (value["sections"]?.list ?? []).flatMap { $0["lines"]?.list ?? [] }.filter {
            $0["gap"]?.bool == true
        }
        #expect(
            gaps.compactMap { $0["label"]?.text } == [
                "Decision maker", "Promised", "Constraints", "Escalation", "The client",
            ])
    }
}
