import ConciergeCore
import Glibc
import Testing

@testable import SkillHosting

/// One beast, loaded, with everything around it.
struct Pen {
    let zoo: Zoo
    let path: String
    let witness: Witness
    let skill: any Skill
    let answers = Answers()

    init(
        _ beast: Zoo.Beast = Zoo.Beast(), id: String = "beast", witness: Witness = Witness(),
        configuration: Value = [:],
        offered: Set<String> = ["sk.log/1", "sk.clock/1", "sk.metrics/1", "sk.store/1"]
    ) throws {
        zoo = try Zoo()
        self.witness = witness
        path = try zoo.build(beast)
        let host = HostSide(id: id, services: witness, limit: 262_144)
        skill = HostedSkill(
            host: host,
            placement: try InProcess(
                try SkillLibrary(path: path), host: host, offered: offered,
                configuration: configuration))
    }

    /// Calls another function of the library.
    func call(_ function: String) throws {
        let symbol = try #require(dlsym(dlopen(path, RTLD_NOW), function))
        unsafeBitCast(symbol, to: (@convention(c) () -> Void).self)()
    }

    func close() {
        skill.stop()
        zoo.remove()
    }
}
