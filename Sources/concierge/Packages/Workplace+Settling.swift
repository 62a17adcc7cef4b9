import SkillPackages

extension Workplace {
    /// Ends what an install began that was killed between the lock and the configuration.
    func finishInstalls() {
        let arriving = ((try? skills.lock())?.entries ?? [:]).filter(\.value.isArriving)
        for (id, entry) in arriving.sorted(by: { $0.key < $1.key }) {
            do {
                let file = try SkillFile(skills.package(id, entry.current).path)
                try SkillNaming(self).add(file).forEach(Terminal.remark)
                try skills.change { $0.entries[id]?.isArriving = false }
            } catch { Terminal.warn("skill '\(id)': its install was broken off: \(error)") }
        }
    }

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
