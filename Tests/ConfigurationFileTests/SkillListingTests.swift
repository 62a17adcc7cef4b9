import ConciergeCore
import ConfigurationFile
import Testing

@Suite struct SkillListingTests {
    @Test(arguments: [
        (
            "skills:   # the order\n  - name: a   # first\n    config:\n      x: 1\n      # y: 2\n\n# the port\nserver: { port: 1 }\n",
            "skills:   # the order\n  - name: a   # first\n    config:\n      x: 1\n      # y: 2\n  - name: new\n\n# the port\nserver: { port: 1 }\n"
        ),
        ("skills:\n- a\n# below\nlocale: en\n", "skills:\n- a\n- name: new\n# below\nlocale: en\n"),
        ("skills: [a, b] # two\n", "skills: [a, b, new] # two\n"),
        ("skills: []\nlocale: en\n", "skills: [new]\nlocale: en\n"),
        ("skills: [a,]\n", "skills: [a, new]\n"),
        ("skills: [\n  a,\n  b\n]\n", "skills: [\n  a,\n  b, new\n]\n"),
        ("skills: ~ # none\nlocale: en\n", "skills: [new] # none\nlocale: en\n"),
        ("openclaw: { skills: null }\n", "openclaw: { skills: [new] }\n"),
        ("skills:\n# none yet\nlocale: en\n", "skills:\n  - name: new\n# none yet\nlocale: en\n"),
        ("locale: en", "locale: en\nskills:\n  - name: new\n"),
        ("", "skills:\n  - name: new\n"),
        (
            "openclaw:\n  skills:\n    - name: a\n  model: embedded\n",
            "openclaw:\n  skills:\n    - name: a\n    - name: new\n  model: embedded\n"
        ),
        (
            "skills: [{ name: a, config: { list: [1] } },\n         b]\n",
            "skills: [{ name: a, config: { list: [1] } },\n         b, new]\n"
        ),
        ("skills:\r\n  - a\r\nlocale: en\r\n", "skills:\r\n  - a\r\n  - name: new\r\nlocale: en\r\n"),
        (
            "skills:\n  - name: a\n    config:\n      text: |\n        - name: b\n\n        end\nlocale: en\n",
            "skills:\n  - name: a\n    config:\n      text: |\n        - name: b\n\n        end\n  - name: new\nlocale: en\n"
        ),
    ])
    func `a skill is added at the end, and all else stays`(text: String, expected: String) throws {
        #expect(try SkillListing(text, file: "config.yaml").adding("new") == expected)
    }

    @Test(arguments: [
        ("skills:\n  - name: a\n  - name: my_skill\n# end\n", "skills:\n  - name: a\n# end\n"),
        ("skills: [a, my-skill]\n", "skills: [a]\n"),
        ("skills: [my-skill, a]\n", "skills: [a]\n"),
        ("skills: [my-skill]\n", "skills: []\n"),
        ("skills:\n  - my-skill\nlocale: en\n", "skills: []\nlocale: en\n"),
        ("skills:\n  - name: my-skill\n    config: { x: 1 }\n", nil),
        ("skills: [a]\n", nil),
    ])
    func `a skill of which only the name stands there is taken out`(text: String, expected: String?) throws {
        let listing = try SkillListing(text, file: "config.yaml")
        #expect(listing.removing { $0 == "my-skill" } == expected)
    }

    @Test func `what is no YAML is not touched`() {
        let error = #expect(throws: Problem.self) { try SkillListing("skills: [", file: "config.yaml") }
        #expect(error?.file == "config.yaml")
    }
}
