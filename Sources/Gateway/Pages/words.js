// Everything the page says, Chinese first.
const words = {
  "zh-CN": {
    title: "礼宾 Concierge", language: "English", fresh: "新对话", chat: "对话", customer: "客户编号",
    hello: "您好，有什么可以帮您？", helloMore: "像客户一样发消息；每一句回答都能看到是哪些技能、为什么、用了多久。",
    ideas: ["工业机器人多少钱？", "什么时候能发货？", "我要人工客服"],
    text: "消息", placeholder: "说点什么…", send: "发送",
    trace: "这一轮发生了什么", traceEmpty: "发一条消息，这里会显示哪些技能参与、读了什么、写了什么、为什么。",
    traceNone: "这个令牌看不到过程；请用 staff 或 admin 权限的令牌。", close: "返回对话", why: "为什么？",
    idle: "未开始", live: "已连接", lost: "重新连接中…",
    bot: "机器人", agent: "人工客服", draft: "草稿（待人工批准）",
    status: { queued: "正在转接人工客服…", human: "人工客服已接入", bot: "机器人继续接待", closed: "对话已结束" },
    skill: {
      ran: "已运行", skipped: "跳过", failed: "失败", late: "超时", unavailable: "停用", observed: "旁观",
    },
    turn: "轮次", took: "用时", skills: "个技能", context: "全部上下文", read: "读取的键", noSkills: "这一轮没有技能参与。",
    doorTitle: "请输入令牌", doorText: "令牌在主机的 data/admin.token 里；启动时打印的地址（#token=…）会自动带上它。",
    token: "令牌", enter: "进入", wrongToken: "这个令牌不对，请再看一次。",
    failed: "没有送到", offline: "连不上主机；恢复后请再发一次。",
  },
  en: {
    title: "Concierge", language: "中文", fresh: "New chat", chat: "Conversation", customer: "Customer id",
    hello: "Hello! How can we help?",
    helloMore: "Write as a customer would. For every answer you can see which skills took part, why, and for how long.",
    ideas: ["How much is an industrial robot?", "When will you deliver?", "I want to talk to a human"],
    text: "Message", placeholder: "Say something…", send: "Send",
    trace: "What happened in this turn",
    traceEmpty: "Send a message: this shows which skills took part, what they read and wrote, and why.",
    traceNone: "This token may not see it; use one with the scope staff or admin.", close: "Back to chat", why: "Why?",
    idle: "Not started", live: "Connected", lost: "Reconnecting…",
    bot: "Bot", agent: "Agent", draft: "Draft, for an agent to approve",
    status: {
      queued: "Waiting for a human…", human: "A human has taken over", bot: "The bot goes on",
      closed: "The conversation is closed",
    },
    skill: {
      ran: "ran", skipped: "skipped", failed: "failed", late: "late", unavailable: "out of service",
      observed: "observed",
    },
    turn: "Turn", took: "Took", skills: "skills", context: "Whole context", read: "Keys it read",
    noSkills: "No skill took part in this turn.",
    doorTitle: "Token, please",
    doorText: "It is in data/admin.token on the host; the address printed at start (#token=…) brings it along.",
    token: "Token", enter: "Enter", wrongToken: "That token is not known here; look again.",
    failed: "Not delivered", offline: "The host cannot be reached; send it again when it is back.",
  },
};

// What was chosen here before; else the first of the browser's languages that the page speaks, and English for all others.
const wished = (navigator.languages ?? []).map((tag) => tag.slice(0, 2)).find((tag) => tag === "zh" || tag === "en");
let language = localStorage.getItem("language") ?? (wished === "zh" || !navigator.languages?.length ? "zh-CN" : "en");

export const current = () => language;
export const say = (name) => words[language][name];

export function switchLanguage() {
  language = language === "en" ? "zh-CN" : "en";
  localStorage.setItem("language", language);
}
