// What was said in the conversation that is open, what became of it in between, and drafts that wait for a word.
import { post } from "./host.js";
import { $, attempt, button, desk, get, isMine, me, nameOf, path, time } from "./inbox-desk.js";
import { history } from "./inbox-read.js";
import { say } from "./inbox-words.js";
import { element } from "./trace.js";

const lines = new Map(), marks = new Map();

export function clearLines() {
  lines.clear();
  marks.clear();
  $("log").replaceChildren();
}

/** Says again who said what, and what can be done about a draft: in another language, or by another holder. */
export function labelLines() {
  for (const line of [...lines.values(), ...marks.values()]) line.label();
}

export function hearLine(message) {
  if (!lines.has(message.seq)) lines.set(message.seq, addLine(message));
}

export function mark(event) {
  if (marks.has(event.seq) || !history(event, nameOf)) return;
  const line = element("div", { className: "mark" });
  line.label = () => { line.textContent = `${time(event.at)} · ${history(event, nameOf)}`; };
  line.label();
  marks.set(event.seq, line);
  place(line, event.at);
}

function place(line, at) {
  line.at = Date.parse(at);
  const after = [...$("log").children].findLast((other) => other.at <= line.at);
  if (after) after.after(line); else $("log").prepend(line);
  $("log").scrollTop = $("log").scrollHeight;
}

function addLine(message) {
  const bubble = element("div", { className: "bubble", textContent: message.text });
  const meta = element("div", { className: "meta" });
  const acts = element("div", { className: "draft-acts" });
  const line = element("div", { className: `line ${message.author}` }, bubble, meta, acts);
  line.label = () => {
    const who = { customer: say("customer"), bot: say("bot"), draft: say("draft"), agent: nameOf(message.agent) }[message.author];
    meta.replaceChildren(element("span", { textContent: `${who} · ${time(message.at)}` }));
    if (message.author !== "draft") return;
    acts.replaceChildren(...(isMine() ? draftActs(message, line, bubble) : []));
  };
  line.label();
  place(line, message.at);
  return line;
}

function draftActs(message, line, bubble) {
  const field = line.querySelector("textarea");
  const change = () => {
    const edited = element("textarea", { rows: 3, value: message.text, ariaLabel: say("draft") });
    bubble.replaceWith(edited);
    line.label();
    edited.focus();
  };
  const settle = (body) => attempt(async () => {
    await post(path(desk.open.id, `/drafts/${message.seq}`), { ...body, agent: me().id });
    remove(message.seq, line);
  });
  const approve = () => {
    if (field && !field.value.trim()) return field.focus();
    settle({ approve: true, ...(field ? { text: field.value } : {}) });
  };
  return [
    button("approve", approve),
    ...(field ? [] : [button("change", change)]),
    button("reject", () => settle({ reject: true })),
  ];
}

function remove(seq, line) {
  lines.delete(seq);
  line.remove();
}

/** What a colleague sent or threw away does not stay here. */
export async function syncDrafts() {
  const drafts = [...lines.entries()].filter(([, line]) => line.classList.contains("draft"));
  if (!drafts.length) return;
  const left = new Set((await get(path(desk.open.id, "/drafts"))).items.map((draft) => draft.seq));
  for (const [seq, line] of drafts) if (!left.has(seq)) remove(seq, line);
}
