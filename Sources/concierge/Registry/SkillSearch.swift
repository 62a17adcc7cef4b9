import ConciergeCore
import Cryptography
import SkillPackages

/// `concierge skill search`: what the registries have.
enum SkillSearch {
    static let command = Command(
        name: "search", summary: "look for skills in the registries",
        examples: [
            "concierge skill search weather",
            "concierge skill search mail --registry https://clawhub.example",
        ],
        parameters: [.init(name: "TEXT", summary: "words of its name or description", count: .many)],
        options: [
            .config, .json,
            .init(
                name: "registry", value: "PLACE",
                summary: "look there instead of in the configured registries",
                completion: .folder),
            .init(name: "yes", value: nil, summary: "trust a registry's key that was never seen here"),
        ],
        run: { invocation in
            let registries = try Workplace(invocation).registries(
                named: invocation["registry"], isAgreed: invocation.has("yes"))
            let text = invocation.arguments.joined(separator: " ")
            let found = try registries.search(text)
            guard !invocation.has("json") else {
                return Terminal.print(JSON.text(.list(found.map(\.value))))
            }
            guard !found.isEmpty else {
                return Terminal.remark("nothing has '\(text)' in its name or description")
            }
            var table = Table(header: ["id", "version", "kind", "registry", "description"])
            for offer in found {
                let withdrawn = offer.yanked.map { "withdrawn: \($0)" }
                table.rows.append([
                    offer.id, offer.version, offer.kind.rawValue, offer.registry.url,
                    withdrawn ?? offer.description.shortened(to: 60),
                ])
            }
            Terminal.print(table.text(Terminal.answers))
        })
}

extension RegistryOffer {
    fileprivate var value: Value {
        .compact([
            "id": .text(id), "version": .text(version), "kind": .text(kind.rawValue),
            "description": .text(description), "registry": .text(registry.url),
            "publisher": publisher.map(Value.text), "signer": signer.map { .text($0.text) },
            "sha256": sha256.map(Value.text), "size": size.map { .int(Int64($0)) },
            "permissions": .list(permissions.map(Value.text)), "yanked": yanked.map(Value.text),
        ])
    }
}

extension String {
    fileprivate func shortened(to count: Int) -> String {
        self.count <= count ? self : prefix(count - 1) + "…"
    }
}
