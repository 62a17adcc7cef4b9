import ConciergeCore
import ConfigurationFile
import SkillPackages
import Unix

/// The line of `config.yaml` that names a skill.
final class SkillNaming {
    private let place: Workplace
    /// The text before and after the change.
    private var change: (before: String, after: String)?

    init(_ place: Workplace) { self.place = place }

    /// Names the skill at the end of the list, unless it is named already or would not run; the answer is what is left to do.
    func add(_ file: SkillFile) throws -> [String] {
        let id = file.package.id
        let config = place.configurationPath
        guard Files.exists(config) else {
            return [
                "\(config): not there yet; 'concierge init .' makes one, then add '- name: \(id)' to 'skills'"
            ]
        }
        guard !place.isConfigured(file.manifest) else { return [] }
        let fits = Compatibility(place: place, file: file)
        let wishes = try SkillProbe.check(file).wishes
        let hindrances = try wishes.isEmpty ? fits.hindrances() : wishes.map { "\($0) under its 'config'" }
        guard hindrances.isEmpty else {
            return ["\(config): does not name it yet; add '- name: \(id)' to 'skills', and mend this:"]
                + hindrances
        }
        var isNamed = false
        let isChanged = try changed { listing in
            // Another install may have named it meanwhile.
            isNamed = place.isConfigured(file.manifest)
            return isNamed ? nil : listing.adding(id)
        }
        guard !isNamed else { return [] }
        guard isChanged else {
            return ["\(config): does not name it yet; add '- name: \(id)' to 'skills'"]
        }
        return ["\(config): names it now, at the end of 'skills'"]
    }

    /// Takes the skill out of the list, where nothing but its name stands there; the answer is what is left to do.
    func remove(_ isMeant: (SkillName) -> Bool) throws -> [String] {
        let config = place.configurationPath
        guard Files.exists(config),
            let entry = place.read().configuration.skills.first(where: { isMeant($0.name) })
        else { return [] }
        guard try changed({ $0.removing(isMeant) }) else {
            return [
                "\(entry.place): still names it, with its settings; take it out, or keep it for another time"
            ]
        }
        return ["\(config): names it no more"]
    }

    /// Whether the text took it.
    private func changed(_ body: (SkillListing) throws -> String?) throws -> Bool {
        try place.skills.exclusively {
            let text = try Files.text(place.configurationPath)
            guard let after = try body(SkillListing(text, file: place.configurationPath)) else {
                return false
            }
            try write(after)
            change = (text, after)
            return true
        }
    }

    /// Takes the change back, unless somebody has written there since: what is theirs stays.
    func undo() throws {
        guard let change else { return }
        try place.skills.exclusively {
            if try Files.text(place.configurationPath) == change.after { try write(change.before) }
        }
        self.change = nil
    }

    /// The file itself, where the name is a link, with the rights that it has.
    private func write(_ text: String) throws {
        let path = Files.absolute(place.configurationPath) ?? place.configurationPath
        let mode = Files.status(path)?.mode ?? 0o644
        try Files.replace(path, with: text, mode: mode)
    }
}
