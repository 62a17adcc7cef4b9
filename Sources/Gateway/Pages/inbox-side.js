// What is known of a customer, beside the thread: what the handoff said, the host's own fields, and what skills keep.
import { proposalsOf } from "./inbox-merge.js";
import { label, text, why } from "./inbox-read.js";
import { say } from "./inbox-words.js";
import { element } from "./trace.js";

const shown = {
  customer: ["id", "name", "phone", "email", "company", "industry", "tier", "locale"],
  profiles: ["type", "tier", "industry", "company", "role", "purchase_scale", "preferences", "journey_stage"],
  leads: ["status", "points", "assigned_to", "industry", "purchase_scale", "conversation_summary", "created_at"],
  tickets: ["subject", "status", "priority", "created_at"],
};

function facts(entries, nameOf) {
  const list = element("dl");
  for (const [name, value] of entries) {
    if (value === undefined || value === null || value === "" || value.length === 0) continue;
    list.append(element("dt", { textContent: label(name) }), element("dd", { textContent: text(value, name, nameOf) }));
  }
  return list;
}

const pick = (document, names) => names.map((name) => [name, document[name]]);
const head = (name) => element("h3", { textContent: say(name) });

let collections;

/** The parts of the side for a conversation; a collection that no skill declares is left out. */
export async function sideOf(conversation, get, nameOf, decide) {
  const parts = [];
  if (conversation.reason) {
    parts.push(head("reason"), element("p", { textContent: why(conversation), title: conversation.reason }),
      facts(pick(conversation, ["competence", "channel"]), nameOf));
  }
  if (conversation.note) parts.push(head("note"), facts(Object.entries(conversation.note), nameOf));
  const id = encodeURIComponent(conversation.customer);
  parts.push(head("customer"), facts(pick(await get(`/v1/customers/${id}`).catch(() => ({ id: conversation.customer })), shown.customer), nameOf));
  collections ??= new Set((await get("/v1/collections")).items.map((item) => item.name));
  if (collections.has("merge_proposals")) parts.push(...await proposalsOf(conversation.customer, get, decide));
  for (const name of ["profiles", "leads", "tickets"]) {
    if (!collections.has(name)) continue;
    const found = (await get(`/v1/collections/${name}?customer=${id}&sort=-created_at&limit=3`)).items;
    parts.push(head(name), ...(found.length ? found.map((item) => facts(pick(item, shown[name]), nameOf)) : [element("p", { textContent: say("none") })]));
  }
  return parts;
}
