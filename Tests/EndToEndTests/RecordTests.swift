import ConciergeCore
import Testing
import Unix

@testable import concierge

@Suite struct RecordTests {
    private func shown(_ installation: Installation, _ words: String...) throws -> String {
        try installation.process(words).run().output
    }

    @Test func `documents are listed, shown and moved by what their collection declares`() throws {
        let installation = try Installation()
        defer { installation.remove() }
        do {
            let host = try RunningHost(installation)
            for (id, entry) in [("g1", "交期"), ("g2", "payment")] {
                #expect(
                    host.ask("POST", "/v1/collections/gaps", ["id": .text(id), "entry": .text(entry)])?.status
                        == 201)
            }
        }
        let all = try shown(installation, "documents")
        #expect(all.contains("gaps        open answered"), "\(all)")
        let list = try shown(installation, "documents", "list", "gaps", "entry=交期").split(separator: "\n")
        #expect(list.first == "id  status  entry  updated_at")
        #expect(list.count == 2 && list.last?.hasPrefix("g1  open    交期   20") == true, "\(list)")
        #expect(try shown(installation, "documents", "show", "gaps", "g1").contains("may become answered"))
        #expect(
            try shown(installation, "documents", "move", "gaps", "g1", "answered", "--reason", "told")
                == "g1: open → answered\n")
        let wrong = try installation.process(["documents", "move", "gaps", "g1", "lost"]).run()
        #expect(wrong.ending == .exit(1))
        #expect(
            wrong.output
                == "error: cannot go from 'answered' to 'lost'; no such state; allowed: 'open'\n")
        let none = try installation.process(["documents", "list", "gaps", "status=opn"]).run()
        #expect(none.ending == .exit(64))
        #expect(none.output.hasPrefix("error: status: gaps are never 'opn'; did you mean 'open'?\nusage: "))
        #expect(try shown(installation, "documents", "set", "gaps", "g2", "entry=paid") == "g2: changed\n")
        #expect(
            try shown(installation, "documents", "show", "gaps", "g2", "--json").contains(
                "\"entry\":\"paid\""))
        #expect(
            try shown(installation, "documents", "list", "gap")
                == "error: no collection 'gap'; did you mean 'gaps'?\n")
        let misused = try installation.process(["documents", "list", "gaps", "open"]).run()
        #expect(misused.ending == .exit(64))
        #expect(misused.output.hasPrefix("error: FILTER: 'open' is no filter; write FIELD=VALUE\n"))
    }

    @Test func `two customers are merged and parted at the command line`() throws {
        let installation = try Installation()
        defer { installation.remove() }
        try installation.write("customers.csv", "id,name,phone\nu1,王伟,\nu2,Wei,138\n")
        #expect(try shown(installation, "import", "customers", "customers.csv") == "2 taken in, 0 refused\n")
        #expect(
            try shown(installation, "customer", "merge", "u1", "u2", "--preview") == """
                u2 would become a part of u1
                  fills in   phone: 138
                  keeps      name: 王伟, not Wei

                """)
        let merged = try shown(installation, "customer", "merge", "u1", "u2")
        let undo = try #require(merged.split(separator: "\n").last?.split(separator: " ").last)
        #expect(try shown(installation, "customer", "show", "u2").contains("phone       138"))
        #expect(
            try shown(installation, "customer", "unmerge", String(undo))
                == "u2 is a customer apart from u1 again\n")
        #expect(
            try shown(installation, "customer", "unmerge", String(undo))
                == "error: no merge '\(undo)'; list them with GET /v1/merges\n")
        #expect(
            try shown(installation, "customer", "erase", "u1").hasPrefix(
                "error: erase: nobody can be asked here; add --yes\n"))
        #expect(try shown(installation, "customer", "erase", "u1", "--yes") == "")
    }

    @Test func `the report is a table for people, CSV for spreadsheets, JSON for programs`() throws {
        let installation = try Installation()
        defer { installation.remove() }
        _ = try installation.process(["chat", "--customer", "u1"], input: "你好\n").run()
        let table = try shown(installation, "report", "--locale", "en")
        #expect(table.contains("service efficiency\n"), "\(table)")
        #expect(table.contains("answered without a human                           1  100.0 %\n"), "\(table)")
        let csv = try shown(installation, "report", "--format", "csv", "--by", "channel")
        #expect(csv.hasPrefix("heading,source,name,title,unit,key,value,n"), "\(csv)")
        let json = try JSON.decode(Array(try shown(installation, "report", "--json").utf8))
        #expect(
            json["measures"]?.list?.contains { $0["name"] == "conversations" && $0["value"] == 1 } == true)
        #expect(
            try shown(installation, "report", "--from", "soon").hasPrefix(
                "error: --from: 'soon' is no day; write one such as 2026-03-31\n"))
        #expect(
            try shown(installation, "report", "--from", "2026-03-02", "--to", "2026-03-01").hasPrefix(
                "error: --from: '2026-03-02' is after --to '2026-03-01'; exchange the two\n"))
        #expect(
            try shown(installation, "report", "--from", "2026-03-01", "--to", "2026-03-31").hasPrefix(
                "2026-03-01 – 2026-03-31\n"))
        #expect(
            try shown(installation, "report", "--channel", "terminl").hasPrefix(
                "error: nothing was said on channel 'terminl' in this period; did you mean 'terminal'?\n"))
    }

    @Test(
        arguments: [
            (0, "0"), (999, "999"), (1000, "1,000"), (4_291_309.02, "4,291,309.02"), (-1234.5, "-1,234.50"),
            (0.05, "0.05"),
        ] as [(Double, String)])
    func `money is written in groups of three`(amount: Double, text: String) {
        #expect(amount.grouped == text)
    }

    @Test func `without the skill for clients the command says what to do`() throws {
        let installation = try Installation()
        defer { installation.remove() }
        #expect(
            try shown(installation, "client", "summary", "--customer", "u1")
                == "error: no skill 'client-management' runs here; add '- name: client-management' to 'skills' in config.yaml\n"
        )
    }
}
