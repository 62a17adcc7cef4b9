// Two customers who may be one person: what would go over, before staff decide.
import { post } from "./host.js";
import { label, text } from "./inbox-read.js";
import { say } from "./inbox-words.js";
import { element } from "./trace.js";

const place = "/v1/collections/merge_proposals";
const encode = encodeURIComponent;

/** A part of the side for each proposal about this customer that nobody decided; `decide` does what a button says. */
export async function proposalsOf(customer, get, decide) {
  const lists = await Promise.all(["customer", "other"].map((field) => get(`${place}?${field}=${encode(customer)}&status=proposed&limit=5`)));
  const proposals = lists.flatMap((list) => list.items);
  return (await Promise.all(proposals.map((one) => part(one, customer, decide)))).flat();
}

async function part(one, customer, decide) {
  const found = await preview(one).catch(() => undefined);
  // One of the two is not there any more.
  if (!found) return [];
  const settle = (to) => decide(() => post(`${place}/${encode(one.id)}/transitions`, { to }));
  const button = (name, to) => element("button", { type: "button", className: "quiet", textContent: say(name), onclick: () => settle(to) });
  return [
    element("h3", { textContent: say("onePerson") }),
    element("p", { textContent: `${one.customer === customer ? one.other : one.customer} · ${label(one.clue ?? "")} ${one.value ?? ""}` }),
    element("ul", { className: "moves" }, ...lines(found, one).map((textContent) => element("li", { textContent }))),
    element("div", { className: "draft-acts" }, button("merge", "accepted"), button("apart", "rejected")),
  ];
}

const preview = async (one) =>
  (await post(`/v1/customers/${encode(one.customer)}/merge`, { other: one.other, preview: true })).json();

function lines(found, one) {
  const { documents, ...rest } = found.moves;
  const counts = Object.entries({ ...rest, ...documents }).filter(([, count]) => count > 0);
  const moved = counts.map(([name, count]) => `${say("moved")[name] ?? label(name)} ${count}`).join(say("and"));
  return [
    moved && say("moves")(moved, one.other, one.customer),
    ...Object.entries(found.fills).map(([name, value]) => say("fills")(label(name), text(value, name, String))),
    ...found.conflicts.map((at) => say("keeps")(label(at.field), text(at.kept, at.field, String), text(at.aside, at.field, String))),
  ].filter(Boolean);
}
