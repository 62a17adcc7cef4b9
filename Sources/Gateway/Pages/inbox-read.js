// What a program says, in words of who reads it: keys, values, reasons, refusals, and what became of a conversation.
import { say } from "./inbox-words.js";
import { current } from "./words.js";

const persons = new Set(["agent", "assignee", "assigned_to", "owner"]);
/** `profile.tier` is told as `tier` is. */
const plain = (name) => name.slice(name.lastIndexOf(".") + 1);

export const label = (name) => (name === "lead.status" ? say("leads") : say("fields")[plain(name)] ?? plain(name).replaceAll("_", " "));

export function text(value, name, nameOf) {
  if (Array.isArray(value)) return value.map((part) => text(part, name, nameOf)).join(", ");
  if (typeof value === "object" && value !== null) {
    return Object.entries(value).map(([key, part]) => `${label(key)}: ${text(part, key, nameOf)}`).join("\n");
  }
  if (typeof value === "number") return value.toLocaleString(current());
  if (typeof value !== "string") return String(value);
  if (/^\d{4}-\d\d-\d\dT/.test(value)) return new Date(value).toLocaleString(current());
  return persons.has(plain(name)) ? nameOf(value) : say("values")[plain(name)]?.[value] ?? value;
}

/** Why a human is wanted: in this language as the skill says it, else what is known of it. */
export function why(one) {
  const isChinese = current() !== "en";
  if (!one.reason || /\p{Script=Han}/u.test(one.reason) === isChinese) return one.reason;
  const intent = one.note?.intent && (say("values").intent?.[one.note.intent] ?? one.note.intent.replaceAll("_", " "));
  const reason = say("reasons")[one.reason] ?? intent ?? one.reason;
  return [one.note?.tier, one.note?.["profile.tier"]].includes("VIP") ? say("vip")(reason) : reason;
}

/** A line of the thread; nothing for what nobody needs to read there. */
export function history(event, nameOf) {
  const name = event.name.replace("conversation.", "");
  const waits = name === "returned" && event.data.status === "queued";
  const who = nameOf(name === "assigned" ? event.data.assignee : event.data.agent);
  return say("history")[waits ? "waiting" : name]?.(who, event.data.from && nameOf(event.data.from));
}

export function refusal(error, nameOf) {
  const words = say("errors")[error.code];
  return words ? words(nameOf(error.agent)) : say("refused")(error.message);
}
