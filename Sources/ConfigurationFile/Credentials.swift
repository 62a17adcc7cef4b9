/// What each channel needs from its platform, and where that is found.
enum Credentials {
    static let needed: [String: [String]] = [
        "wechat": ["app_id", "app_secret", "token", "encoding_aes_key"],
        "wecom": ["corp_id", "secret", "token", "encoding_aes_key"],
        "whatsapp": ["phone_number_id", "access_token", "app_secret", "verify_token"],
        "telegram": ["bot_token"],
    ]

    private static let sources = [
        "wechat": "mp.weixin.qq.com, settings and development, basic configuration",
        "wecom": "work.weixin.qq.com, customer service, API",
        "whatsapp": "developers.facebook.com, your app, WhatsApp, API setup",
        "telegram": "the bot @BotFather",
    ]

    static func source(of channel: String) -> String { sources[channel] ?? "the channel's provider" }
}
