import Testing

@testable import Gateway

@Suite struct AcceptanceTests {
    private static let offered = ["application/json", "text/csv"]

    @Test(arguments: [
        ("", "application/json"), ("*/*", "application/json"), ("text/csv", "text/csv"),
        ("text/csv;q=0.5, application/json", "application/json"),
        ("text/csv, application/json;q=0.9", "text/csv"),
        ("text/csv, application/json", "application/json"), ("text/*", "text/csv"),
        ("TEXT/CSV ; q=1", "text/csv"),
        ("text/html, */*;q=0.1", "application/json"), ("*/*, application/json;q=0", "text/csv"),
        ("text/csv;charset=utf-8;q=0.4, application/*;q=0.3", "text/csv"), (",,", "application/json"),
        ("text/*;q=0.2, text/csv;q=0.9, */*;q=0.5", "text/csv"), ("text/csv;q=most", "text/csv"),
    ])
    func `the best of what is offered is given`(header: String, type: String) {
        #expect(Acceptance(header).best(of: Self.offered) == type)
    }

    @Test(arguments: [
        "text/html", "text/csv;q=0", "application/json;q=0.0, image/*", "json", "text/csv;q=nan",
    ])
    func `nothing fits`(header: String) {
        #expect(Acceptance(header).best(of: Self.offered) == nil)
    }
}
