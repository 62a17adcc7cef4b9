/// The channels that the host knows, whoever writes on them.
public enum Channels {
    public static let known = ["webchat", "rest", "terminal", "wechat", "wecom", "whatsapp", "telegram"]
}
