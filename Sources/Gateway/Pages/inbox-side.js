// What is known of a customer, beside the thread: what the handoff said, the host's own fields, and what skills keep.
import { say } from "./inbox-words.js";
import { element } from "./trace.js";
import { current } from "./words.js";

const shown = {
  customer: ["id", "name", "phone", "email", "company", "industry", "tier", "locale"],
  profiles: ["type", "tier", "industry", "company", "role", "purchase_scale", "preferences", "journey_stage"],
  leads: ["status", "points", "assigned_to", "industry", "purchase_scale", "conversation_summary", "created_at"],
  tickets: ["subject", "status", "priority", "created_at"],
};

function text(value) {
  if (typeof value === "string" && /^\d{4}-\d\d-\d\dT/.test(value)) return new Date(value).toLocaleString(current());
  if (Array.isArray(value)) return value.map(text).join(", ");
  return typeof value === "object" && value !== null ? Object.entries(value).map(([name, part]) => `${label(name)}: ${text(part)}`).join("\n") : String(value);
}

const label = (name) => say("fields")[name] ?? name.replaceAll("_", " ");

function facts(entries) {
  const list = element("dl");
  for (const [name, value] of entries) {
    if (value === undefined || value === null || value === "" || value.length === 0) continue;
    list.append(element("dt", { textContent: label(name) }), element("dd", { textContent: text(value) }));
  }
  return list;
}

const pick = (document, names) => names.map((name) => [name, document[name]]);
const head = (name) => element("h3", { textContent: say(name) });

let collections;

/** The parts of the side for a conversation; a collection that no skill declares is left out. */
export async function sideOf(conversation, get) {
  const parts = [];
  if (conversation.reason) {
    parts.push(head("reason"), element("p", { textContent: conversation.reason }), facts(pick(conversation, ["competence", "channel"])));
  }
  if (conversation.note) parts.push(head("note"), facts(Object.entries(conversation.note)));
  const id = encodeURIComponent(conversation.customer);
  parts.push(head("customer"), facts(pick(await get(`/v1/customers/${id}`).catch(() => ({ id: conversation.customer })), shown.customer)));
  collections ??= new Set((await get("/v1/collections")).items.map((item) => item.name));
  for (const name of ["profiles", "leads", "tickets"]) {
    if (!collections.has(name)) continue;
    const found = (await get(`/v1/collections/${name}?customer=${id}&sort=-created_at&limit=3`)).items;
    parts.push(head(name), ...(found.length ? found.map((item) => facts(pick(item, shown[name]))) : [element("p", { textContent: say("none") })]));
  }
  return parts;
}
