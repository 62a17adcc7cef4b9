import ConciergeCore
import ConfigurationFile
import Testing

@Suite struct JSONSchemaTests {
    @Test func `the published schema knows every key that the reader knows, in each layout`() throws {
        let schema = try JSON.decode(ConfigurationShape.jsonSchema)
        #expect(schema["$schema"] == "https://json-schema.org/draft/2020-12/schema")
        let keys = Set(ConfigurationShape.schema.properties.map(\.name))
        let published = try #require(schema["properties"]?.map)
        #expect(keys.isSubset(of: published.keys))
        let inside = try #require(published["openclaw"]?["properties"]?.map)
        #expect(
            Set(inside.keys) == keys.subtracting(["concierge"]).union(["locale", "model", "temperature"]))
    }

    @Test func `a scalar may stand for a variable, a wrong text may not`() throws {
        let schema = try JSON.decode(ConfigurationShape.jsonSchema)
        let port = try #require(schema["properties"]?["server"]?["properties"]?["port"])
        #expect(port["type"] == ["integer", "string"] && port["pattern"] == "\\$\\{|^file:")
        let deadline = try #require(schema["properties"]?["turn"]?["properties"]?["deadline"])
        #expect(deadline["pattern"] == "^[0-9]+(ms|s|m|h|d)$|\\$\\{|^file:")
    }
}
