import ConciergeCore
import ConfigurationFile
import Testing

@Suite struct ExpansionTests {
    let folder: Folder

    init() throws { folder = try Folder() }

    @Test(arguments: [
        ("${NAME}", "Li"), ("a ${NAME} b${EMPTY}${NAME}", "a Li bLi"), ("$${NAME}", "${NAME}"),
        ("$NAME", "$NAME"),
        ("$${${NAME}", "${Li"), ("file:secret", "s3cret"), ("file:${DIR}/secret", "s3cret"),
        ("${FILE}", "file:secret"),
        ("file:", "file:"), ("'${NAME}'", "Li"),
    ])
    func `puts the environment and files where they are named`(written: String, value: String) throws {
        try folder.write("secret", "s3cret\r\n\n".utf8)
        let environment = ["NAME": "Li", "EMPTY": "", "DIR": folder.path, "FILE": "file:secret"]
        let (configuration, messages, _) = try folder.read(
            "weather: { key: \(quoted(written)) }", environment: environment)
        #expect(messages.isEmpty)
        #expect(configuration.skills[0].config == ["key": .text(value)])
    }

    @Test(arguments: [
        ("${NONE}", "environment variable 'NONE' is not set; set it, or use file:PATH"),
        ("${A B}", "'${A B}' names no variable; write ${NAME}, or $${ for the text itself"),
        ("${", "'${' is never closed; write ${NAME}, or $${ for the text itself"),
        ("file:none", "'file:none': no such file; put the secret there"),
        ("file:${DIR}/none", "'file:${DIR}/none': no such file; put the secret there"),
        ("file:/", "'file:/': not a regular file; put the secret there"),
        ("file:binary", "'file:binary' is not UTF-8; save it as UTF-8"),
    ])
    func `names what is missing, once and with its place`(written: String, message: String) throws {
        try folder.write("binary", [0xFF, 0xFE])
        let text = "webhooks:\n  - url: https://a.b/c\n    secret: \(quoted(written))\n"
        let (_, messages, errors) = try folder.read(text, environment: ["DIR": "/hunter2"])
        #expect(messages == ["config.yaml:3:13: \(message)"] && errors == 1)
    }

    @Test func `a secret is in no message`() throws {
        let text = """
            server: { port: "${S}", public_url: "${S}" }
            turn: { deadline: "${S}" }
            store: { location: "${S}", traces: { detail: "${S}" } }
            webhooks: [{ url: "${S}", secret: "${S}" }]
            skills: [{ name: x, isolation: "${S}", enabled: "${S}" }]
            """
        let (_, messages, errors) = try folder.read(text, environment: ["S": "hunter2"])
        #expect(errors == 8)
        #expect(messages.allSatisfy { !$0.contains("hunter2") })
    }

    @Test func `a channel without its secret stays down, and the rest runs`() throws {
        let text = """
            channels:
              telegram: { bot_token: "${TELEGRAM}" }
            """
        let (configuration, messages, errors) = try folder.read(text)
        #expect(errors == 0 && configuration.channels["telegram"]?.missing == ["bot_token"])
        #expect(
            messages == [
                "config.yaml:2:3: channel 'telegram' comes with a later version; it will want 'bot_token' from the bot @BotFather",
                "config.yaml:2:26: environment variable 'TELEGRAM' is not set; set it, or use file:PATH",
            ])
    }

    @Test func `a model without its key is not there`() throws {
        let text = """
            concierge: { model: qwen }
            llm: { base_url: "http://127.0.0.1:4010/v1", api_key: "${KEY}" }
            """
        let (configuration, messages, errors) = try folder.read(text)
        #expect(errors == 0 && configuration.llm.isEmpty)
        #expect(
            messages == [
                "config.yaml:1:21: model 'qwen' has no effect in this version: no language model is asked yet; write 'embedded'",
                "config.yaml:2:1: 'llm' has no effect in this version: no language model is asked yet; take it out",
                "config.yaml:2:55: environment variable 'KEY' is not set; set it, or use file:PATH",
            ])
    }

    private func quoted(_ text: String) -> String { text.hasPrefix("'") ? text : "\"\(text)\"" }
}
