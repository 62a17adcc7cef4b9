import SkillPackages

extension Workplace {
    /// Changes what the lock says of a skill, and what the configuration does, and tells the host; what that does not take is
    /// undone.
    func settle(
        _ id: String, _ old: SkillsLock.Entry, as new: SkillsLock.Entry?,
        naming: (SkillNaming) throws -> Void = { _ in }
    ) throws {
        try skills.replace(id, old, by: new)
        let names = SkillNaming(self)
        do {
            try naming(names)
            try tellRunningHost()
        } catch {
            // What went wrong is what is told, whatever else does.
            try? names.undo()
            try skills.replace(id, new, by: old)
            throw error
        }
    }
}
