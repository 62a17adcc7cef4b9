public import SkillKit
import UserProfiling

@c @implementation public func skill_entry_v1() -> UnsafePointer<sk_entry> { Entry.of(UserProfiling.self) }
