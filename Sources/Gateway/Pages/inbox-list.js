// The list: who waits, in the order in which agents are given them; then what is under way, the latest first.
import { $, attempt, desk, get, nameOf, time } from "./inbox-desk.js";
import { why } from "./inbox-read.js";
import { say } from "./inbox-words.js";
import { element } from "./trace.js";

let conversations = [], tab = "care";
const names = new Map();

export const titleOf = (one) => names.get(one.customer) ?? one.customer;

export function showTabs() {
  $("tabs").replaceChildren(...Object.entries(say("tabs")).map(([name, textContent]) => element("button", {
    type: "button", textContent, ariaPressed: String(name === tab),
    onclick: () => { tab = name; showTabs(); attempt(desk.refresh); },
  })));
}

const minutes = (since) => say("minutes")(Math.max(0, Math.floor((Date.now() - Date.parse(since)) / 60000)));

export function whereabouts(one) {
  if (one.status === "queued") return [say("waits")(minutes(one.queued_at)), one.assignee && say("assigned")(nameOf(one.assignee))].filter(Boolean).join(" · ");
  if (one.status === "human") return say("holds")(nameOf(one.agent));
  return say("status")[one.status];
}

function row(one) {
  const item = element("button", { type: "button", className: "row", onclick: () => desk.choose(one.id) },
    element("span", { className: "row-head" },
      element("b", { textContent: titleOf(one) }),
      element("span", { className: `pill ${one.status}`, textContent: say("status")[one.status] }),
      isUrgent(one) ? element("span", { className: "pill urgent", textContent: say("urgent") }) : "",
      element("span", { className: "row-time", textContent: one.status === "queued" ? minutes(one.queued_at) : time(one.updated_at) })),
    element("span", { className: "row-why", textContent: [whereabouts(one), why(one)].filter(Boolean).join(" · "), title: one.reason ?? "" }));
  item.dataset.id = one.id;
  item.ariaCurrent = String(one.id === desk.open?.id);
  return element("li", {}, item);
}

export function showList() {
  const focused = document.activeElement?.dataset?.id;
  $("list").replaceChildren(...conversations.map(row));
  $("list-empty").hidden = conversations.length > 0;
  if (focused) [...$("list").querySelectorAll("button")].find((item) => item.dataset.id === focused)?.focus();
}

const isUrgent = (one) => one.status === "queued" && one.note?.priority === "urgent";

/** As agents are given them: what is urgent, then by what is wanted, then the longest wait. */
const inQueue = (a, b) => isUrgent(b) - isUrgent(a) || (b.priority ?? 0) - (a.priority ?? 0) || a.queued_at.localeCompare(b.queued_at);

/** Reads the list anew, and who the agents are. */
export async function readList() {
  const statuses = tab === "care" ? ["queued", "human"] : [tab];
  const [staff, ...lists] = await Promise.all([get("/v1/agents"),
    ...statuses.map((status) => get(`/v1/conversations?status=${status}&sort=-updated_at&limit=200`))]);
  desk.agents = staff.items;
  conversations = lists.flatMap((list) => list.items);
  conversations.sort((a, b) => (a.status === "queued" && b.status === "queued" ? inQueue(a, b) : 0));
  await Promise.all([...new Set(conversations.map((one) => one.customer))].filter((id) => !names.has(id)).slice(0, 50)
    .map(async (id) => names.set(id, (await get(`/v1/customers/${encodeURIComponent(id)}`).catch(() => ({}))).name ?? id)));
}

$("list").addEventListener("keydown", (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const items = [...$("list").querySelectorAll("button")];
  items[(items.indexOf(document.activeElement) + step + items.length) % items.length]?.focus();
});
