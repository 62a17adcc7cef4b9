import SkillKit
import Testing

@testable import UserProfiling

@Suite struct RebuildTests {
    private var profile: Profile {
        var profile = Profile(nil)
        for name in ["机器人", "相机", "机器人", "输送线", "输送线", "输送线", "相机"] { profile.count(interest: name) }
        return profile
    }

    @Test func `what is asked for again and again is a preference`() {
        let rebuild = Rebuild(settings: Samples.settings, locale: "zh-CN")
        #expect(
            rebuild.preferences(of: profile, messages: ["价格多少", "你好", "价格能少吗"]) == ["输送线", "机器人", "关注价格"])
        #expect(rebuild.preferences(of: profile, messages: ["价格多少"]) == ["输送线", "机器人"])
        #expect(rebuild.preferences(of: Profile(nil), messages: []) == [])
    }

    @Test(arguments: [
        ("zh-CN", "汽车行业；新客户，gold；偏好：a、b"), ("en", "industry: 汽车; new customer, gold; prefers: a + b"),
    ])
    func `the summary says what is known`(locale: String, summary: String) {
        var profile = Profile(nil)
        for (field, value) in ["industry": "汽车", "type": "new", "tier": "gold", "preferences": ["a", "b"]]
            as [String: Value]
        {
            profile[field] = value
        }
        #expect(Rebuild(settings: Samples.settings, locale: locale).summary(of: profile) == summary)
    }
}
