import Glibc
import Testing
import YAML

@Suite struct ContentsTests {
    @Test func `reads a file's bytes`() throws {
        let path = "/tmp/yaml-contents-\(UInt64.random(in: 0 ... .max))"
        let file = try #require(fopen(path, "w"))
        fputs("a: 1\n", file)
        fclose(file)
        defer { unlink(path) }
        #expect(try YAML.contents(of: path) == Array("a: 1\n".utf8))
        #expect(throws: FileError.self) { try YAML.contents(of: path, limit: 4) }
    }

    @Test(arguments: [
        ("/nowhere/config.yaml", "no such file"), ("/tmp", "not a regular file"),
        ("/dev/null", "not a regular file"),
    ])
    func `says why a file cannot be read`(path: String, message: String) {
        let error = #expect(throws: FileError.self) { try YAML.contents(of: path) }
        #expect(error?.description == message)
    }
}
