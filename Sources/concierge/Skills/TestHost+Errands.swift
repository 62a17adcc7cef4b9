import ConciergeCore
import Engine
import Gateway
import SkillPackages
import Threads

// What staff ask of a skill, and what the customer opens.
extension TestHost {
    /// What it answers; what the skill says against it is `{error: …}`.
    func ask(_ skill: String, _ name: String, _ input: Value, by: String?) throws -> Value? {
        let errand = Errand(
            skill: skill, name: name, kind: .action(input: input, by: by), customer: person,
            conversation: try conversation()?.id)
        do throws(TurnFailure) {
            let result = try run(errand).result
            lastLink = result["url"]?.text ?? lastLink
            return result
        } catch {
            guard case .refused(_, let reason) = error else { throw Failure("action '\(name)': \(error)") }
            return ["error": .text(reason)]
        }
    }

    /// The page behind the newest link that the customer was sent, as HTML.
    func open(_ page: String?, _ form: [String: String]?) throws -> String? {
        let said = try conversations().flatMap { try messages($0.id, after: 0) }
            .filter { $0.author == .bot || $0.author == .agent }
            .sorted { ($0.at, $0.sequence) > ($1.at, $1.sequence) }
        for token in (said.map(\.text) + [lastLink ?? ""]).flatMap(tokens) {
            let claim: PageClaim
            do throws(PageSeal.Refusal) { claim = try seal.claim(of: token, at: clock.now()) } catch {
                if error == .expired { throw Failure("the newest link has expired") }
                continue
            }
            guard page == nil || claim.page == page else { continue }
            return try run(Errand(opening: claim, isPost: form != nil, form: form ?? [:])).page?.html
        }
        throw Failure("the customer was sent no link" + (page.map { " to a page '\($0)'" } ?? ""))
    }

    private func run(_ errand: Errand) throws(TurnFailure) -> ErrandOutcome {
        let box = Mailbox<Result<ErrandOutcome, TurnFailure>>()
        engine.run(errand) { box.put($0) }
        guard let outcome = box.take() else { throw .unavailable("the host stopped") }
        return try outcome.get()
    }

    /// The last parts of the addresses in a text, the last one first.
    private func tokens(in text: String) -> [String] {
        text.split { $0.isWhitespace || !$0.isASCII }.reversed().compactMap { word in
            guard word.contains("/p/") || word.contains("/survey/"), let slash = word.lastIndex(of: "/")
            else { return nil }
            let token = word[word.index(after: slash)...].prefix { letter in
                letter.isLetter || letter.isNumber || "-_.".contains(letter)
            }
            // The full stop of the sentence is not a part of it.
            return String(token.hasSuffix(".") ? token.dropLast() : token)
        }
    }
}
