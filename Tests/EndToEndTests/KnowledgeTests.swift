import ConciergeCore
import Testing
import Unix

@Suite struct KnowledgeTests {
    /// A skill in C that says what the knowledge answers, then what a product costs, and reports the rest.
    private static let answers: Result<String, any Error> = Result {
        let source = Installation.repository + "/Tests/EndToEndTests/answers-c"
        let home = Installation.repository + "/.build/end-to-end/answers-c"
        try Files.removeTree(home)
        // Without its sources: tests that run at once do not build into each other's.
        for file in ["skill.yaml", "knowledge/shop.yaml", "tests/answering.yaml"] {
            try Files.copy("\(source)/\(file)", to: "\(home)/\(file)")
        }
        let outcome = try ChildProcess([
            Installation.command, "skill", "build", source, "--output", home + "/build/answers-c.so",
        ]).run()
        guard outcome.isSuccess else { throw Unbuilt(description: outcome.output) }
        return home
    }

    private func installation() throws -> Installation {
        let installation = try Installation(
            "store: sqlite:data/concierge.db\nturn: { join: 0ms }\nskills: [answers-c]\n")
        try Files.makeFolders(installation.path("knowledge"))
        try installation.write(
            "knowledge/products.yaml", "products:\n  - { id: P001, name: 工业机器人, price: 50000 }\n")
        let outcome = try installation.run("skill", "install", Self.answers.get())
        guard outcome.isSuccess else { throw Unbuilt(description: outcome.output) }
        return installation
    }

    @Test func `a running host takes up what is changed, keeps what is bad, and says both`() throws {
        let installation = try installation()
        defer { installation.remove() }
        let host = try RunningHost(installation)
        #expect(host.turn("工业机器人多少钱", customer: "u1")?.body.reply == "工业机器人: 50000")
        try installation.write(
            "knowledge/products.yaml", "products:\n  - { id: P001, name: 工业机器人, price: 48000 }\n")
        #expect(
            try host.waitForLine("notice:")
                == "notice: knowledge: knowledge/products.yaml read: products changed")
        #expect(host.turn("工业机器人多少钱", customer: "u1")?.body.reply == "工业机器人: 48000")
        try installation.write("knowledge/products.yaml", "products:\n  - { id: P001, prise: 1 }\n")
        #expect(
            try host.waitForLine("error:")
                == "error: knowledge/products.yaml:2:5: 'name' is missing; add it; the file's last good version stays"
        )
        #expect(
            try host.waitForLine("notice:")
                == "notice: knowledge: knowledge/products.yaml kept as it was: nothing changed")
        #expect(host.turn("工业机器人多少钱", customer: "u1")?.body.reply == "工业机器人: 48000")
        #expect(host.stop() == .exit(0))
    }

    @Test func `a skill is tested with the knowledge of its own folder`() throws {
        let installation = try Installation()
        defer { installation.remove() }
        let outcome = try installation.run("skill", "test", Self.answers.get())
        #expect(outcome.isSuccess && outcome.output.contains("answers, prices and gaps"))
    }

    @Test func `a question without an answer is a gap, and a gap with an answer is knowledge`() throws {
        let installation = try installation()
        defer { installation.remove() }
        let host = try RunningHost(installation)
        for (text, customer) in [("能开专票吗", "u1"), ("可以开专票吗", "u2"), ("能发火星吗", "u1")] {
            #expect(host.turn(text, customer: customer)?.status == 200)
        }
        let gaps = try JSON.decode(try installation.run("knowledge", "gaps", "--json").output).list ?? []
        #expect(gaps.map { $0["count"] } == [2, 1])
        #expect(gaps.first?["questions"]?.list?.count == 2)
        let answered = try installation.run("knowledge", "gaps", "answer", "1", "可以，请备注税号。")
        #expect(answered.isSuccess && answered.output.hasPrefix("knowledge/answered.yaml: "))
        #expect(
            try host.waitForLine("notice:")
                == "notice: knowledge: knowledge/answered.yaml read: 1 answer changed")
        #expect(host.turn("可以开专票吗", customer: "u3")?.body.reply == "可以，请备注税号。")
        #expect(try installation.run("knowledge", "gaps").output.contains("能发火星吗"))
        #expect(try !installation.run("knowledge", "gaps").output.contains("专票"))
        let documents = host.ask("GET", "/v1/collections/gaps?status=answered")?.body["items"]?.list ?? []
        #expect(documents.count == 2 && documents.allSatisfy { $0["entry"]?.text?.hasPrefix("q-") ?? false })
        let again = try installation.run("knowledge", "gaps", "answer", "9", "x")
        #expect(again.output == "error: no gap 9; there are 1 to 1\n")
        #expect(try installation.run("knowledge", "gaps", "answer", "one", "x").ending == .exit(64))
        // Nobody can answer the gap that is gone, nor another that has its number now.
        let listed = try installation.run("knowledge", "gaps").output
        #expect(listed.contains("1") && listed.contains("能发火星吗"))
        #expect(host.turn("支持货到付款吗", customer: "u4")?.status == 200)
        #expect(host.turn("支持货到付款吗", customer: "u5")?.status == 200)
        #expect(
            try installation.run("knowledge", "gaps", "answer", "1", "不发。").output.contains(
                "'能发火星吗' is answered"))
        let gone = try installation.run("knowledge", "gaps", "answer", "1", "不发。")
        #expect(
            gone.output
                == "error: gap 1, '能发火星吗', was answered since it was listed; 'concierge knowledge gaps' lists what is open now\n"
        )
        #expect(try installation.run("knowledge", "gaps").output.contains("支持货到付款吗"))
        let silent = try installation.run("knowledge", "gaps", "answer", "1", input: "\n")
        #expect(silent.output == "error: no answer was given; nothing is changed\n")
    }

    @Test(arguments: [true, false])
    func `of gaps that are answered at once each keeps its answer`(isRunning: Bool) async throws {
        let installation = try installation()
        defer { installation.remove() }
        let host = try RunningHost(installation)
        let questions = ["火星移民怎么报名", "do you take PayPal", "会议室能借吗"]
        for question in questions { #expect(host.turn(question, customer: "u1")?.status == 200) }
        if !isRunning { #expect(host.stop() == .exit(0)) }
        let outcomes = try await withThrowingTaskGroup { group in
            for number in 1...3 {
                group.addTask { try installation.run("knowledge", "gaps", "answer", "\(number)", "好的。") }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes.allSatisfy { $0.isSuccess }, "\(outcomes.map(\.output))")
        let written = try Files.text(installation.path("knowledge/answered.yaml"))
        #expect(questions.allSatisfy(written.contains), "\(written)")
        #expect(try installation.run("knowledge", "gaps").output == "no question is without an answer\n")
    }

    @Test func `questions come from a table, and never over what was written by hand`() throws {
        let installation = try Installation("knowledge: [facts]\n")
        defer { installation.remove() }
        try Files.makeFolders(installation.path("facts"))
        try installation.write("facts/own.yaml", "faq: { 运费谁出: 我们出 }\n")
        try installation.write(
            "shop.tsv", "question\tanswer\tquestions\n保修多久\t两年\t质保几年;质保期多长\n运费谁出\t你\t\n保 修多久？\t三年\t\n")
        let outcome = try installation.run("knowledge", "import", "shop.tsv")
        #expect(
            outcome.output == """
                written to facts/shop.yaml
                shop.tsv:3: '运费谁出' was already answered at facts/own.yaml:1:14; keep one
                shop.tsv:4: '保 修多久？' was already answered at line 2; keep one
                1 taken in, 2 refused
                error: shop.tsv: 2 of 3 lines were refused; mend them and import again

                """)
        let written = """
            # Written by 'concierge knowledge import'; the next import of the same file writes it anew.
            faq:
              - question: 保修多久
                questions:
                  - 质保几年
                  - 质保期多长
                answer: 两年

            """
        #expect(try Files.text(installation.path("facts/shop.yaml")) == written)
        try installation.write("own.jsonl", "{\"question\": \"a b\", \"answer\": \"c d\"}\n")
        #expect(
            try installation.run("knowledge", "import", "own.jsonl").output
                == "error: facts/own.yaml: written by hand, so it is left alone; move it away, then import again\n"
        )
        #expect(try installation.run("knowledge", "import", "picture.png").ending == .exit(64))
        try installation.write(
            "more.jsonl",
            """
            {"id": "i1", "question": "进口吗", "answer": {"en": "Yes."}}
            {"id": "i1", "question": "有样机吗", "answer": "有"}
            {"question": "a", "answer": [1]}

            """)
        #expect(
            try installation.run("knowledge", "import", "more.jsonl").output == """
                written to facts/more.yaml
                more.jsonl:2: id 'i1' was already given at line 1; keep one
                more.jsonl:3: 'answer' must be a text, or {"zh": …, "en": …}; write one of them
                1 taken in, 2 refused
                error: more.jsonl: 2 of 3 lines were refused; mend them and import again

                """)
        for (path, said) in [
            ("none.csv", "none.csv: no such file; check the path"),
            ("none.yaml", "none.yaml: no such file; check the path"),
        ] {
            #expect(try installation.run("knowledge", "import", path).output == "error: \(said)\n")
        }
    }

    @Test func `a search shows what is found, and a test how often it is the right one`() throws {
        let installation = try Installation("understanding: { answer_from: 0.5 }\n")
        defer { installation.remove() }
        try Files.makeFolders(installation.path("knowledge"))
        try installation.write(
            "knowledge/faq.yaml",
            """
            faq:
              - { id: hours, question: 工作时间, questions: [你们几点上班], answer: 周一至周五 9:00-18:00 }
              - { question: 能开专票吗, answer: 可以，请备注税号 }

            """)
        let found = try JSON.decode(try installation.run("knowledge", "search", "你们几点上班", "--json").output)
        #expect(
            found.list?.first == [
                "id": "hours", "score": 1.0, "title": "工作时间", "answer": "周一至周五 9:00-18:00",
                "source": "knowledge/faq.yaml:2:5", "is_answer": true,
            ])
        let shown = try installation.run("knowledge", "search", "你们几点上班", "--limit", "1").output
        #expect(shown == "✔ 1.0  工作时间\n        周一至周五 9:00-18:00\n        knowledge/faq.yaml:2:5  hours\n")
        #expect(try !installation.run("knowledge", "search", "🙂").output.contains("✔"))
        let lax = try installation.run("knowledge", "search", "专票能开到个人吗").output
        let strict = try installation.run("knowledge", "search", "专票能开到个人吗", "--strict").output
        #expect(lax.contains("能开专票吗") && !strict.contains("✔"), "\(lax)")
        try installation.write("test.tsv", "你们几点上班\thours\n能开专票吗？\t能开专票吗\n工作时间\t能开专票吗\n\n")
        let outcome = try installation.run("knowledge", "test", "test.tsv", "--json")
        let result = try JSON.decode(outcome.output)
        #expect(result["n"] == 3 && result["misses"]?.list?.count == 1)
        #expect(
            result["misses"]?.list?.first?["line"] == 3 && result["misses"]?.list?.first?["found"] == "hours")
        #expect(abs((result["recall_at_1"]?.double ?? 0) - 2.0 / 3) < 1e-9)
        #expect(result["recall_at_3"]?.double ?? 0 >= 2.0 / 3 && result["mrr"]?.double ?? 0 >= 2.0 / 3)
        for (text, said) in [
            (
                "几点\tnobody\n",
                "error: bad.tsv:1: no entry 'nobody'; name it by its id or by its exact question\n"
            ),
            ("几点\n", "error: bad.tsv:1: no tab; write question, tab, entry\n"),
            (
                "几点\thours\textra\n",
                "error: bad.tsv:1: 'extra' stands in a third column; write question, tab, entry\n"
            ),
            ("\n", "error: bad.tsv: empty; write lines of question, tab, entry\n"),
            (
                "几点\tnobody\n你们几点上班\thours\n\thours\n几点\t\n几点\n",
                """
                error: bad.tsv:1: no entry 'nobody'; name it by its id or by its exact question
                error: bad.tsv:3: no question before the tab; write question, tab, entry
                error: bad.tsv:4: no entry after '几点'; write one, or take the line out
                error: bad.tsv:5: no tab; write question, tab, entry
                1 question: R@1 100.0 %, R@3 100.0 %, MRR 1.0
                error: bad.tsv: 4 of 5 lines left out; mend them and run it again

                """
            ),
        ] {
            try installation.write("bad.tsv", text)
            let outcome = try installation.run("knowledge", "test", "bad.tsv")
            #expect(outcome.ending == .exit(1) && outcome.output == said)
        }
        try installation.write("knowledge/bad.yaml", "faq: 3\n")
        #expect(
            try installation.run("knowledge", "search", "你们几点上班").output.hasPrefix(
                """
                error: knowledge/bad.yaml:1:6: 'faq' must be a list or a map; write lines that start with '- question: '
                warning: knowledge/bad.yaml: left out here, or what of it is faulty; a running host goes by its last good version

                """))
    }
}
