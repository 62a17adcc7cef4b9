import SkillKit
import Testing

@testable import ClientManagement

struct ModelTests {
    @Test func `the model of a client relationship is complete`() throws {
        let model = try settings().model
        #expect(
            model.stages.map(\.id) == [
                "pre_close", "onboarding", "active_delivery", "stabilization", "retention_growth",
            ])
        #expect(model.stages.map(\.focus.count) == [5, 6, 5, 5, 5])
        #expect(model.elements.count == 7)
        #expect(model.questions.count == 6)
        #expect(model.onboarding.map(\.outputs.count) == [5, 6, 5, 4])
        #expect(model.patterns.count == 8)
        #expect(model.responses.count == 6)
        #expect(model.principles.count == 5)
        #expect(model.cadences.map(\.id) == ["high_touch", "project", "advisory"])
    }

    @Test func `eight response rules and seven quality checks are held`() throws {
        let checks = try settings().checks
        #expect(checks.count { $0.group == .rules } == 8)
        #expect(checks.count { $0.group == .quality } == 7)
    }

    @Test func `nothing is wrong with the package's own data`() throws {
        #expect(Findings(try settings()).all.filter { $0.level != .note }.map(\.message) == [])
    }

    static let faults: [(String, Value, String)] = [
        (
            "rules.notify", ["from": 400, "competence": "sales"] as Value,
            "rules.notify.from: a risk of 400 cannot be reached: all signals together count 100; lower 'from', or raise 'most' of a signal"
        ),
        (
            "rules.signals.silence.most", 5,
            "rules.signals.silence.most: 'most' (5) is less than the first 20 'points'; raise it, or lower 'points'"
        ),
        (
            "rules.signals.silence.patterns", ["rhythm"],
            "rules.signals.silence.patterns: unknown pattern 'rhythm'; possible: buyers_differ, customized_informally, duties_unknown, noticed_late, output_over_outcome, rhythm_vague, satisfaction_untracked, scope_unclear"
        ),
        (
            "rules.stage_moves",
            [["from": ["onboarding"], "to": "delivery", "when": ["risk": ["at_least": 1]]]],
            "rules.stage_moves.0: unknown stage 'delivery'; possible: active_delivery, onboarding, pre_close, retention_growth, stabilization"
        ),
        (
            "rules.stage_moves", [["from": ["onboarding"], "to": "pre_close", "when": [:]]],
            "rules.stage_moves.0.when: asks for no evidence; name a fact"
        ),
        (
            "rules.triggers", [["documents": ["plan"], "words": ["plan"]]],
            "rules.triggers.0.documents: unknown document 'plan'; possible: communication, onboarding, retention, risk-audit, scope, success-map, summary"
        ),
        (
            "texts.boundary", ["zh": "边界"],
            "texts.boundary: 'boundary' says nothing in 'en'; write it, or one text for both languages"
        ),
        (
            "documents.ending",
            [["heading": "下一步", "lines": [["next": true, "say": ["{next_du}"], "shows": ["next_step"]]]]],
            "documents.ending.0.lines.0.say.0: '{next_du}' is never known, so it is never said; did you mean '{next_due}'?"
        ),
    ]

    @Test(arguments: faults)
    func `what can never work is named with its place and mend`(path: String, value: Value, finding: String)
        throws
    {
        let findings = Findings(try Settings(configuration.setting(path, value))).all.filter {
            $0.level != .note
        }
        #expect(findings.map { "\($0.path.joined(separator: ".")): \($0.message)" } == [finding])
    }

    @Test func `a check that no line serves is named`() throws {
        let changed = configuration.setting("documents.opening", [])
        let findings = Findings(try Settings(changed)).all.filter {
            $0.path.joined(separator: ".") == "documents.kinds.scope"
        }
        #expect(
            findings.first?.message
                == "can never pass 'type': no line shows relationship; add it to 'shows' of a line")
    }

    @Test func `what is missing is refused by its path`() throws {
        let changed = configuration.setting("rules.levels", "high")
        let error = #expect(throws: SkillError.self) { try Settings(changed) }
        #expect(
            error?.description
                == "rules.levels: a list was expected; write it, or take the line out to get the package's own"
        )
    }
}

struct TriggersTests {
    @Test(arguments: [
        ("帮我管理这个客户", ["summary"]), ("如何 onboard 客户", ["onboarding"]),
        ("我的客户关系很乱", ["risk-audit", "retention"]),
        ("如何更好地设定期望", ["scope"]), ("如何留住客户？", ["retention"]), ("新客户该发什么", ["onboarding", "communication"]),
        ("如何应对难搞客户", ["risk-audit", "scope"]),
        ("Help me manage this client", ["summary"]), ("How do I onboard a client?", ["onboarding"]),
        ("My client relationships are a mess", ["risk-audit", "retention"]),
        ("how to set better expectations", ["scope"]), ("How to keep clients", ["retention"]),
        ("What should I send a new client?", ["onboarding", "communication"]),
        ("How to deal with difficult clients", ["risk-audit", "scope"]),
    ])
    func `each of the seven phrases asks for its documents`(text: String, documents: [String]) throws {
        #expect(Triggers(rules: try settings().rules).documents(for: text) == documents)
    }

    @Test(arguments: [
        ("引入新客户", "onboarding"), ("改善客户关系", "risk-audit"), ("管理客户沟通", "communication"),
        ("定义期望、范围与边界", "scope"), ("降低流失、困惑或摩擦", "risk-audit"), ("提升交付、交接或客户管理", "success-map"),
        ("准备面向客户的流程、文档或话术", "communication"), ("识别客户关系成败的关键因素", "success-map"),
        ("bring in a new client", "onboarding"), ("improve the client relationship", "risk-audit"),
        ("manage client communication", "communication"),
        ("define expectations, scope and boundaries", "scope"),
        ("reduce churn, confusion or friction", "risk-audit"),
        ("improve delivery and handoffs", "success-map"),
        ("prepare client-facing scripts", "communication"),
        ("what makes a relationship succeed or fail", "success-map"),
    ])
    func `each of the eight situations asks for its document first`(text: String, document: String) throws {
        #expect(Triggers(rules: try settings().rules).documents(for: text).first == document)
    }

    @Test func `other words ask for nothing`() throws {
        #expect(Triggers(rules: try settings().rules).documents(for: "今天天气不错") == [])
    }
}
