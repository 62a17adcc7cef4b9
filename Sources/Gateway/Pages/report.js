import { ask, hasToken, keepToken } from "./host.js";
import { element } from "./trace.js";
import { current } from "./words.js";

const $ = (id) => document.getElementById(id);
const words = {
  "zh-CN": {
    title: "报表", language: "English", from: "从", to: "到", by: "按", channel: "渠道", day: "天", channels: "渠道",
    service: "服务效率", sales: "销售转化", cost: "成本", none: "没有数据", basis: (n) => `共 ${n} 条`, minutes: "分钟",
    doorTitle: "请输入令牌", doorText: "令牌在主机的 data/admin.token 里。", token: "令牌", enter: "进入",
  },
  en: {
    title: "Report", language: "中文", from: "From", to: "To", by: "By", channel: "Channel", day: "day", channels: "channel",
    service: "Service efficiency", sales: "Sales conversion", cost: "Cost", none: "nothing to measure",
    basis: (n) => `of ${n}`, minutes: "min",
    doorTitle: "Enter your token", doorText: "It is in data/admin.token on the host.", token: "Token", enter: "Enter",
  },
};
let locale = current();
const say = (name) => words[locale][name];
let shown;

function translate() {
  document.documentElement.lang = locale;
  document.title = `${say("title")} · Concierge`;
  const texts = {
    title: "title", language: "language", "from-label": "from", "to-label": "to", "by-label": "by", "channel-label": "channel",
    "door-title": "doorTitle", "door-text": "doorText", "token-label": "token", enter: "enter",
  };
  for (const [id, name] of Object.entries(texts)) $(id).textContent = say(name);
  const [day, channel] = $("by").options;
  day.textContent = say("day");
  channel.textContent = say("channels");
  if (shown) show(shown);
}

function figure(value, unit) {
  if (value === null || value === undefined) return "–";
  const number = (digits) => value.toLocaleString(locale, { maximumFractionDigits: digits });
  if (unit === "share") return value.toLocaleString(locale, { style: "percent", maximumFractionDigits: 1 });
  if (unit === "money") return `${number(2)} ${(shown?.currencies ?? []).join("+")}`.trim();
  return unit === "minutes" ? `${number(1)} ${say("minutes")}` : number(2);
}

// The bars of a measure; each says its day and number to whoever points at it.
function bars(measure) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("class", "bars");
  svg.setAttribute("viewBox", `0 0 ${measure.parts.length * 10} 100`);
  svg.setAttribute("preserveAspectRatio", "none");
  const most = Math.max(...measure.parts.map((part) => part.value ?? 0)) || 1;
  measure.parts.forEach((part, index) => {
    const height = Math.max(((part.value ?? 0) / most) * 100, 1);
    const bar = document.createElementNS(svg.namespaceURI, "rect");
    for (const [name, value] of Object.entries({ x: index * 10 + 1, y: 100 - height, width: 8, height })) bar.setAttribute(name, value);
    const title = document.createElementNS(svg.namespaceURI, "title");
    title.textContent = `${part.key}: ${figure(part.value, measure.unit)}`;
    bar.append(title);
    svg.append(bar);
  });
  return svg;
}

function parts(measure) {
  return element("dl", { className: "parts" }, ...measure.parts.flatMap((part) => [
    element("dt", { textContent: part.key }), element("dd", { textContent: figure(part.value, measure.unit) }),
  ]));
}

function tile(measure, by) {
  const title = measure.title[locale] ?? measure.title[locale.slice(0, 2)] ?? measure.title.en ?? measure.name;
  const basis = measure.value === null ? say("none") : say("basis")(measure.n.toLocaleString(locale));
  return element("section", { className: "tile" },
    element("h3", { textContent: title }),
    element("div", { className: "figure", textContent: figure(measure.value, measure.unit) }),
    element("div", { className: "basis", textContent: basis }),
    ...(measure.parts.length === 0 ? [] : [by === "day" ? bars(measure) : parts(measure)]));
}

function show(report) {
  shown = report;
  $("report").replaceChildren(...["service", "sales", "cost"].flatMap((heading) => {
    const own = report.measures.filter((measure) => measure.heading === heading);
    if (own.length === 0) return [];
    return [element("section", {}, element("h2", { textContent: say(heading) }),
      element("div", { className: "tiles" }, ...own.map((measure) => tile(measure, report.by))))];
  }));
}

// `to` is the last day for a person, and the day behind it for the host.
function address() {
  const end = new Date(`${$("to").value}T00:00:00Z`);
  end.setUTCDate(end.getUTCDate() + 1);
  const query = new URLSearchParams({ from: $("from").value, to: end.toISOString().slice(0, 10), by: $("by").value });
  if ($("channel").value.trim()) query.set("channel", $("channel").value.trim());
  return `/v1/report?${query}`;
}

async function load() {
  if (!hasToken()) return $("door").showModal();
  try {
    show(await (await ask(address())).json());
    $("notice").hidden = true;
  } catch (error) {
    if (error.status === 401) return $("door").showModal();
    $("notice").textContent = error.message;
    $("notice").hidden = false;
  }
}

async function save() {
  const blob = await (await ask(address(), { headers: { accept: "text/csv" } })).blob();
  const link = element("a", { href: URL.createObjectURL(blob), download: `report-${$("from").value}.csv` });
  link.click();
  URL.revokeObjectURL(link.href);
}

const today = new Date();
const day = (date) => new Date(date - date.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
$("to").value = day(today);
today.setDate(today.getDate() - 29);
$("from").value = day(today);
$("period").addEventListener("change", load);
$("period").addEventListener("submit", (event) => event.preventDefault());
$("csv").addEventListener("click", save);
$("language").addEventListener("click", () => {
  locale = locale === "en" ? "zh-CN" : "en";
  localStorage.setItem("language", locale);
  translate();
});
$("door-form").addEventListener("submit", () => { keepToken($("token").value); load(); });
translate();
load();
