internal import Recommendation
public import SkillKit

@c @implementation public func skill_entry_v1() -> UnsafePointer<sk_entry> { Entry.of(Recommendation.self) }
