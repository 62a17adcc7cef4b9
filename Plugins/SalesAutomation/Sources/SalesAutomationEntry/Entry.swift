public import SkillKit
import SalesAutomation

@c @implementation public func skill_entry_v1() -> UnsafePointer<sk_entry> { Entry.of(SalesAutomation.self) }
