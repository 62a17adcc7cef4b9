import ConciergeCore
import ConfigurationFile
import Testing

/// The two files the seeds show load as they were written.
@Suite struct SeedTests {
    let folder: Folder

    init() throws { folder = try Folder() }

    static let nested = """
        # config.yaml
        openclaw:
          model: gpt-4o-mini
          temperature: 0.7
          skills:
            - name: sales_automation
              config:
                auto_recommend: true
                lead_threshold: 0.8
            - name: user_profiling
              config:
                update_interval: 100 # 每100条消息更新一次
          channels:
            wechat:
              enabled: true
              app_id: your_app_id

        """

    // The page lost its indentation: everything but the first lines stands at the left.
    static let flat = """
        # config.yaml
        openclaw:
        model: gpt-4o-mini
        temperature: 0.7
        skills:
        - name: sales_automation
          config:
            auto_recommend: true
            lead_threshold: 0.8
        - name: user_profiling
          config:
            update_interval: 100 # 每100条消息更新一次
        channels:
          wechat:
            enabled: true
            app_id: your_app_id

        """

    static let beside = """
        openclaw:
          model: gpt-4o-mini
          temperature: 0.7
        skills:
          - name: sales_automation
            config: { auto_recommend: true, lead_threshold: 0.8 }
          - name: user_profiling
            config: { update_interval: 100 }
        channels:
          wechat: { enabled: true, app_id: your_app_id }

        """

    @Test(arguments: [nested, flat, beside])
    func `the sales system's file loads, with warnings that name what is missing`(text: String) throws {
        let (configuration, messages, errors) = try folder.read(text)
        #expect(errors == 0)
        #expect(
            messages.map { $0.drop { $0 != " " } } == [
                " model 'gpt-4o-mini' has no effect in this version: no language model is asked yet; write 'embedded'",
                " 'temperature' has no effect in this version: no language model is asked yet; take it out",
                " channel 'wechat' comes with a later version; it will want 'app_secret', 'token', 'encoding_aes_key' from mp.weixin.qq.com, settings and development, basic configuration",
            ])
        #expect(configuration.model == "gpt-4o-mini" && configuration.temperature == 0.7)
        #expect(configuration.llm.isEmpty)
        #expect(configuration.skills.map(\.name) == ["sales_automation", "user_profiling"])
        #expect(configuration.skills[0].config == ["auto_recommend": true, "lead_threshold": 0.8])
        #expect(configuration.skills[1].config == ["update_interval": 100])
        #expect(configuration.channels["wechat"]?.missing == ["app_secret", "token", "encoding_aes_key"])
    }

    @Test func `the customer service page's object loads as that skill's configuration`() throws {
        let text = """
            {
              "customer_service": {
                "channels": ["whatsapp", "telegram", "webchat"],
                "unified_inbox": true,
                "routing": "skill_based"
              }
            }
            """
        let (configuration, messages, _) = try folder.read(text)
        #expect(messages.isEmpty)
        #expect(configuration.skills.map(\.name) == ["customer_service"])
        #expect(
            configuration.skills[0].config == [
                "channels": ["whatsapp", "telegram", "webchat"], "unified_inbox": true,
                "routing": "skill_based",
            ])
    }

    @Test func `a configuration at the root goes to the skill in the list`() throws {
        let (configuration, messages, _) = try folder.read(
            "skills: [user_profiling, customer-service]\ncustomer_service:\n  routing: skill_based\n")
        #expect(messages.isEmpty)
        #expect(configuration.skills.map(\.name) == ["user_profiling", "customer_service"])
        #expect(configuration.skills[1].config == ["routing": "skill_based"])
    }

    @Test func `the reference file loads without its secret while the channel is off`() throws {
        let text = """
            channels:
              webchat: { enabled: true }
              wechat:  { enabled: false, app_id: your_app_id, app_secret: "${WECHAT_SECRET}" }
            turn: { deadline: 3s, skill_deadline: 1s, join: 800ms }
            """
        #expect(try folder.read(text).messages.isEmpty)
    }

    @Test(arguments: [
        (
            "openclaw:\n  skills: [a]\nskills: [b]\n",
            "config.yaml:3:1: 'skills' was already given at 2:3; keep one of them"
        ),
        (
            "openclaw: { model: a }\nmodel: b\n",
            "config.yaml:2:1: 'model' was already given at 1:13; keep one of them"
        ),
        (
            "skills: [{ name: sales, config: { a: 1 } }]\nsales: { a: 2 }\n",
            "config.yaml:2:1: the configuration of 'sales' was already given at 1:25; keep one of them"
        ),
    ])
    func `what is said in two layouts is an error`(text: String, message: String) throws {
        let (_, messages, errors) = try folder.read(text)
        #expect(messages.contains(message) && errors == 1)
    }

    @Test func `a fault in a skill's configuration has its place in each layout`() throws {
        var manifest = Manifest(id: "sales_automation", version: "1.0.0")
        manifest.configuration = [
            "properties": ["lead_threshold": ["type": "number", "maximum": 1]], "additionalProperties": false,
        ]
        for (text, places) in [
            (
                "skills:\n  - name: sales_automation\n    config: { lead-threshold: 2, x: 1 }\n",
                ["3:31", "3:34"]
            ),
            ("sales-automation:\n  lead_threshold: 2\n  x: 1\n", ["2:19", "3:3"]),
        ] {
            let (configuration, _, _) = try folder.read(text)
            let problems = configuration.config(of: configuration.skills[0], for: manifest).problems
            #expect(problems.map { "\($0.line):\($0.column)" } == places)
        }
    }
}
