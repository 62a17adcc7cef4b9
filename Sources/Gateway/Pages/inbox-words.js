// Everything the inbox says, Chinese first.
import { current } from "./words.js";

const words = {
  "zh-CN": {
    title: "收件箱", language: "English", list: "对话列表", back: "返回", about: "客户", side: "客户资料",
    agent: "我是", nobody: "选择客服…", noAgents: "还没有客服：concierge agent add", presence: "在线状态",
    presences: { online: "在线", away: "离开", offline: "离线" },
    tabs: { care: "待处理", bot: "机器人", closed: "已结束" },
    empty: "现在没有这样的对话。", choose: "请在左边选择一个对话。",
    status: { bot: "机器人", queued: "等待人工", human: "人工接待", closed: "已结束" },
    take: "接管", release: "交还机器人", close: "结束", confirmClose: "结束这个对话？",
    confirmTake: (who) => `${who}。还是由您接管吗？`,
    text: "消息", placeholder: "以客服身份回复…", send: "发送",
    approve: "发送", change: "修改", reject: "不用", draft: "草稿",
    customer: "客户", bot: "机器人", staff: "客服",
    waits: (time) => `等了 ${time}`, assigned: (name) => `分给 ${name}`, holds: (name) => `${name} 接待中`,
    returns: (time) => `${time} 无回复则交还机器人`, reason: "原因", note: "已知情况", since: "自",
    minutes: (n) => (n < 1 ? "不到 1 分钟" : n < 60 ? `${n} 分钟` : `${Math.floor(n / 60)} 小时 ${n % 60} 分`),
    profiles: "画像", leads: "线索", tickets: "工单", none: "没有",
    fields: {
      id: "编号", name: "姓名", phone: "电话", email: "邮箱", company: "公司", industry: "行业", tier: "等级", locale: "语言",
      status: "状态", subject: "主题", priority: "优先级", points: "分数", purchase_scale: "采购规模", assigned_to: "负责人",
      type: "类型", role: "角色", journey_stage: "阶段", preferences: "偏好", conversation_summary: "摘要", created_at: "创建于",
      competence: "需要", channel: "渠道",
    },
    live: "已连接", lost: "重新连接中…", idle: "未开始", offline: "连不上主机。",
    doorTitle: "请输入令牌", doorText: "需要 staff 或 admin 权限的令牌；管理员的在主机的 data/admin.token 里。",
    token: "令牌", enter: "进入", wrongToken: "这个令牌不对，或没有 staff 权限。",
  },
  en: {
    title: "Inbox", language: "中文", list: "Conversations", back: "Back", about: "Customer", side: "Customer",
    agent: "I am", nobody: "Who are you?", noAgents: "No agents yet: concierge agent add", presence: "Presence",
    presences: { online: "online", away: "away", offline: "offline" },
    tabs: { care: "To do", bot: "Bot", closed: "Closed" },
    empty: "No such conversation now.", choose: "Choose a conversation on the left.",
    status: { bot: "bot", queued: "waiting", human: "with a human", closed: "closed" },
    take: "Take over", release: "Give back to the bot", close: "Close", confirmClose: "Close this conversation?",
    confirmTake: (who) => `${who}. Take it over all the same?`,
    text: "Message", placeholder: "Answer as an agent…", send: "Send",
    approve: "Send", change: "Change", reject: "Discard", draft: "Draft",
    customer: "Customer", bot: "Bot", staff: "Agent",
    waits: (time) => `waits for ${time}`, assigned: (name) => `for ${name}`, holds: (name) => `with ${name}`,
    returns: (time) => `without an answer the bot goes on at ${time}`, reason: "Reason", note: "What is known", since: "since",
    minutes: (n) => (n < 1 ? "less than a minute" : n < 60 ? `${n} min` : `${Math.floor(n / 60)} h ${n % 60} min`),
    profiles: "Profile", leads: "Lead", tickets: "Tickets", none: "none",
    fields: {
      id: "Id", name: "Name", phone: "Phone", email: "E-mail", company: "Company", industry: "Industry", tier: "Tier", locale: "Language",
      status: "Status", subject: "Subject", priority: "Priority", points: "Points", purchase_scale: "Scale", assigned_to: "Owner",
      type: "Type", role: "Role", journey_stage: "Stage", preferences: "Preferences", conversation_summary: "Summary", created_at: "Created",
      competence: "Wanted", channel: "Channel",
    },
    live: "Connected", lost: "Reconnecting…", idle: "Not started", offline: "The host cannot be reached.",
    doorTitle: "Token, please", doorText: "One with the scope staff or admin; the admin's is in data/admin.token on the host.",
    token: "Token", enter: "Enter", wrongToken: "That token is not known here, or has not the scope staff.",
  },
};

export const say = (name) => words[current()][name];
