import ConciergeCore
import HTTPServer
import Testing

@testable import concierge

@Suite struct SettingsTests {
    @Test func `a host answers to the names of its machine, its own, and those it is told of`() {
        var server = ConciergeCore.Configuration.Server()
        server.host = "fd00::5"
        server.hosts = ["Chat.local", "10.0.0.5:8080"]
        server.publicURL = "https://[2606:4700::1111]:8443/chat"
        #expect(
            HTTPServer.Configuration.names(server) == [
                "localhost", "127.0.0.1", "[::1]", "[fd00::5]", "chat.local", "10.0.0.5",
                "[2606:4700::1111]",
            ])
    }
}
