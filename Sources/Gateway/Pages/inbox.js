// The inbox: who waits, what was said, what is known; and what an agent does about it.
import { ask, follow, followEvents, hasToken, keepToken, post, put, Refused } from "./host.js";
import { history, refusal, why } from "./inbox-read.js";
import { sideOf } from "./inbox-side.js";
import { say } from "./inbox-words.js";
import { element } from "./trace.js";
import { current, switchLanguage } from "./words.js";

const $ = (id) => document.getElementById(id);
const get = async (path) => (await ask(path)).json();
const path = (id, rest = "") => `/v1/conversations/${encodeURIComponent(id)}${rest}`;
const button = (name, onclick, className = "quiet") => element("button", { type: "button", className, textContent: say(name), onclick });

let agents = [], conversations = [], names = new Map(), tab = "care", open, following;
const lines = new Map(), marks = new Map();

// Words

function translate() {
  document.documentElement.lang = current();
  document.title = `${say("title")} · Concierge`;
  const texts = {
    title: "title", language: "language", "list-title": "list", "agent-label": "agent", "presence-label": "presence",
    "to-list": "back", "to-thread": "back", "to-side": "about", "side-title": "side", "text-label": "text", send: "send",
    "list-empty": "empty", "door-title": "doorTitle", "door-text": "doorText", "token-label": "token", enter: "enter",
  };
  for (const [id, name] of Object.entries(texts)) $(id).textContent = say(name);
  $("text").placeholder = say("placeholder");
  showState($("state").dataset.state);
  showTabs();
  showAgents();
  showList();
  showHead();
  for (const line of [...lines.values(), ...marks.values()]) line.label();
  if (open) showSide();
}

function showState(state) {
  $("state").dataset.state = state;
  $("state-text").textContent = say(state);
}

function complain(text) {
  $("notice").textContent = text ?? "";
  $("notice").hidden = !text;
}

function refused(error) {
  if ([401, 403, 429].includes(error.status)) return openDoor(error.status === 429 ? error.message : say("wrongToken"));
  complain(error instanceof Refused ? refusal(error, nameOf) : say("offline"));
}

/** What an agent does: a complaint of before is answered by it, unlike by what the page does by itself. */
const attempt = async (act) => {
  complain();
  try { await act(); } catch (error) { refused(error); }
};

// Who I am

const me = () => agents.find((agent) => agent.id === $("agent").value);
const nameOf = (id) => agents.find((agent) => agent.id === id)?.name ?? id;

function showAgents() {
  const chosen = $("agent").value || localStorage.getItem("agent") || "";
  const none = agents.length ? say("nobody") : say("noAgents");
  $("agent").replaceChildren(element("option", { value: "", textContent: none }),
    ...agents.map((agent) => element("option", { value: agent.id, textContent: agent.name })));
  $("agent").value = agents.some((agent) => agent.id === chosen) ? chosen : agents.length === 1 ? agents[0].id : "";
  $("presence").hidden = !me();
  $("presence").replaceChildren(...Object.entries(say("presences")).map(([value, textContent]) => element("option", { value, textContent })));
  $("presence").value = me()?.presence ?? "";
}

$("agent").addEventListener("change", () => {
  localStorage.setItem("agent", $("agent").value);
  showAgents();
  showHead();
});
$("presence").addEventListener("change", () => attempt(async () => {
  const { id, ...rest } = me();
  await put(`/v1/agents/${encodeURIComponent(id)}`, { ...rest, presence: $("presence").value });
  await refresh();
}));

// The list

function showTabs() {
  $("tabs").replaceChildren(...Object.entries(say("tabs")).map(([name, textContent]) => element("button", {
    type: "button", textContent, ariaPressed: String(name === tab),
    onclick: () => { tab = name; showTabs(); attempt(refresh); },
  })));
}

const minutes = (since) => say("minutes")(Math.max(0, Math.floor((Date.now() - Date.parse(since)) / 60000)));

function whereabouts(one) {
  if (one.status === "queued") return [say("waits")(minutes(one.queued_at)), one.assignee && say("assigned")(nameOf(one.assignee))].filter(Boolean).join(" · ");
  if (one.status === "human") return say("holds")(nameOf(one.agent));
  return say("status")[one.status];
}

const titleOf = (one) => names.get(one.customer) ?? one.customer;

function row(one) {
  const item = element("button", { type: "button", className: "row", onclick: () => choose(one.id) },
    element("span", { className: "row-head" },
      element("b", { textContent: titleOf(one) }),
      element("span", { className: `pill ${one.status}`, textContent: say("status")[one.status] }),
      isUrgent(one) ? element("span", { className: "pill urgent", textContent: say("urgent") }) : "",
      element("span", { className: "row-time", textContent: one.status === "queued" ? minutes(one.queued_at) : new Date(one.updated_at).toLocaleTimeString(current(), { hour: "2-digit", minute: "2-digit" }) })),
    element("span", { className: "row-why", textContent: [whereabouts(one), why(one)].filter(Boolean).join(" · "), title: one.reason ?? "" }));
  item.dataset.id = one.id;
  item.ariaCurrent = String(one.id === open?.id);
  return element("li", {}, item);
}

function showList() {
  const focused = document.activeElement?.dataset?.id;
  $("list").replaceChildren(...conversations.map(row));
  $("list-empty").hidden = conversations.length > 0;
  if (focused) [...$("list").querySelectorAll("button")].find((item) => item.dataset.id === focused)?.focus();
}

const isUrgent = (one) => one.status === "queued" && one.note?.priority === "urgent";

/** As agents are given them: what is urgent, then by what is wanted, then the longest wait. */
const inQueue = (a, b) => isUrgent(b) - isUrgent(a) || (b.priority ?? 0) - (a.priority ?? 0) || a.queued_at.localeCompare(b.queued_at);

/** Who waits comes first; then what is under way, the latest first. */
async function refresh() {
  const statuses = tab === "care" ? ["queued", "human"] : [tab];
  const [staff, ...lists] = await Promise.all([get("/v1/agents"),
    ...statuses.map((status) => get(`/v1/conversations?status=${status}&sort=-updated_at&limit=200`))]);
  agents = staff.items;
  conversations = lists.flatMap((list) => list.items);
  conversations.sort((a, b) => (a.status === "queued" && b.status === "queued" ? inQueue(a, b) : 0));
  await Promise.all([...new Set(conversations.map((one) => one.customer))].filter((id) => !names.has(id)).slice(0, 50)
    .map(async (id) => names.set(id, (await get(`/v1/customers/${encodeURIComponent(id)}`).catch(() => ({}))).name ?? id)));
  showAgents();
  showList();
  if (open) await syncDrafts();
}

$("list").addEventListener("keydown", (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const items = [...$("list").querySelectorAll("button")];
  items[(items.indexOf(document.activeElement) + step + items.length) % items.length]?.focus();
});

// The thread

async function choose(id) {
  following?.abort();
  following = new AbortController();
  lines.clear();
  marks.clear();
  $("log").replaceChildren();
  document.body.dataset.view = "thread";
  await attempt(async () => {
    open = await get(path(id));
    showHead();
    showList();
    follow(id, following.signal, { onEvent: receive, onState: showState });
    await showHistory();
    await showSide();
  });
}

function showHead() {
  $("thread-title").textContent = open ? titleOf(open) : say("choose");
  const mine = open?.status === "human" && open.agent === me()?.id;
  const back = mine && open.returns_at ? say("returns")(new Date(open.returns_at).toLocaleTimeString(current(), { hour: "2-digit", minute: "2-digit" })) : "";
  $("where").textContent = open ? [whereabouts(open), why(open), back].filter(Boolean).join(" · ") : "";
  const acts = [];
  const isOpen = open && open.status !== "closed";
  if (isOpen && me()) {
    if (!mine) acts.push(button("take", take, "quiet main"));
    if (mine) acts.push(button("release", () => act("/release", {})));
    if (mine || open.status !== "human") acts.push(button("close", () => { if (confirm(say("confirmClose"))) act("/close", {}); }));
  }
  $("acts").replaceChildren(...acts);
  $("hint").textContent = isOpen && !me() ? say("pickAgent") : "";
  $("form").hidden = !mine;
  $("to-side").hidden = !open;
  for (const line of lines.values()) line.label();
}

// From a colleague only after asking: he would go on writing into a conversation that is not his any more.
function take() {
  const isHeld = open.status === "human";
  if (isHeld && !confirm(say("confirmTake")(whereabouts(open)))) return;
  act("/takeover", isHeld ? { agent: me().id, force: true } : { agent: me().id });
}

const act = (rest, body) => attempt(async () => {
  open = await (await post(path(open.id, rest), body)).json();
  showHead();
  if (!$("form").hidden) $("text").focus();
  await refresh();
});

function receive(name, data) {
  if (name === "conversation") {
    open = data;
    return showHead();
  }
  if (!lines.has(data.seq)) lines.set(data.seq, addLine(data));
}

/** What became of the conversation stands among what was said. */
async function showHistory() {
  const shown = open.id;
  const { items } = await get(path(shown, "/events"));
  for (const event of open?.id === shown ? items : []) addMark(event);
}

function addMark(event) {
  if (marks.has(event.seq) || !history(event, nameOf)) return;
  const line = element("div", { className: "mark" });
  line.label = () => { line.textContent = `${time(event.at)} · ${history(event, nameOf)}`; };
  line.label();
  marks.set(event.seq, line);
  place(line, event.at);
}

const time = (at) => new Date(at).toLocaleTimeString(current(), { hour: "2-digit", minute: "2-digit" });

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
    const mine = open?.status === "human" && open.agent === me()?.id;
    acts.replaceChildren(...(mine ? draftActs(message, line, bubble) : []));
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
    await post(path(open.id, `/drafts/${message.seq}`), { ...body, agent: me().id });
    lines.delete(message.seq);
    line.remove();
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

/** What a colleague sent or threw away does not stay here. */
async function syncDrafts() {
  const drafts = [...lines.entries()].filter(([, line]) => line.classList.contains("draft"));
  if (!drafts.length) return;
  const left = new Set((await get(path(open.id, "/drafts"))).items.map((draft) => draft.seq));
  for (const [seq, line] of drafts) {
    if (left.has(seq)) continue;
    lines.delete(seq);
    line.remove();
  }
}

$("form").addEventListener("submit", (event) => {
  event.preventDefault();
  const text = $("text").value;
  if (!text.trim()) return;
  attempt(async () => {
    await post(path(open.id, "/messages"), { text, agent: me().id });
    $("text").value = "";
  });
});
$("text").addEventListener("keydown", (event) => {
  // While an input method composes, Enter chooses a word.
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    $("form").requestSubmit();
  }
});

async function showSide() {
  const shown = open.id;
  const parts = await sideOf(open, get, nameOf, (act) => attempt(async () => {
    await act();
    await showSide();
  }));
  if (open?.id === shown) $("side").replaceChildren(...parts);
}

// The door, and the beginning

function openDoor(reason) {
  $("door-error").textContent = reason ?? "";
  if (!$("door").open) $("door").showModal();
  $("token").focus();
}

$("door-form").addEventListener("submit", () => {
  keepToken($("token").value);
  $("token").value = "";
  begin();
});
$("door").addEventListener("cancel", (event) => { if (!hasToken()) event.preventDefault(); });
$("language").addEventListener("click", () => { switchLanguage(); translate(); });
for (const [id, view] of [["to-list", "list"], ["to-thread", "thread"], ["to-side", "side"]]) {
  $(id).addEventListener("click", () => { document.body.dataset.view = view; });
}
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || $("door").open) return;
  document.body.dataset.view = "list";
  $("list").querySelector('[aria-current="true"], button')?.focus();
});

function notice(text) {
  $("notices").prepend(element("li", { textContent: text }));
  while ($("notices").children.length > 3) $("notices").lastChild.remove();
}

let watching, soon;

function hear(name, event) {
  if (name === "notice") notice(event.data.text);
  if (event.conversation && event.conversation === open?.id) {
    // Its own stream tells of another status only, not of another holder.
    if (name.startsWith("conversation.")) {
      open = event.data;
      showHead();
    }
    addMark(event);
  }
  // What I held is a colleague's now: whoever is writing there must know.
  if (name === "conversation.taken" && event.data.from && event.data.from === me()?.id) {
    const said = say("lostTo")(nameOf(event.data.agent), titleOf(event.data));
    notice(said);
    if (event.conversation === open?.id) complain(said);
  }
  clearTimeout(soon);
  soon = setTimeout(() => refresh().catch(refused), 150);
}

function begin() {
  watching?.abort();
  watching = new AbortController();
  attempt(async () => {
    await refresh();
    followEvents(watching.signal, { onEvent: hear, onState: showState });
  });
}

translate();
// Waiting times grow, and what customers write to the bot is no event.
setInterval(() => { if (hasToken() && !$("door").open) refresh().catch(refused); }, 15000);
if (hasToken()) begin(); else openDoor();
