// What all parts of the inbox work on: the page, the agents, the conversation that is open; and how they complain.
import { ask, Refused } from "./host.js";
import { refusal } from "./inbox-read.js";
import { say } from "./inbox-words.js";
import { element } from "./trace.js";
import { current } from "./words.js";

export const $ = (id) => document.getElementById(id);
export const get = async (path) => (await ask(path)).json();
export const path = (id, rest = "") => `/v1/conversations/${encodeURIComponent(id)}${rest}`;
export const button = (name, onclick, className = "quiet") => element("button", { type: "button", className, textContent: say(name), onclick });
export const time = (at) => new Date(at).toLocaleTimeString(current(), { hour: "2-digit", minute: "2-digit" });

/** Who there is and what is open. What asks for more than one part is put in by inbox.js, which knows them all. */
export const desk = { agents: [], open: undefined, refresh: undefined, choose: undefined, openDoor: undefined };

export const me = () => desk.agents.find((agent) => agent.id === $("agent").value);
export const nameOf = (id) => desk.agents.find((agent) => agent.id === id)?.name ?? id;
/** Whether I hold the conversation that is open. */
export const isMine = () => desk.open?.status === "human" && desk.open.agent === me()?.id;

export function showState(state) {
  $("state").dataset.state = state;
  $("state-text").textContent = say(state);
}

export function complain(text) {
  $("notice").textContent = text ?? "";
  $("notice").hidden = !text;
}

export function refused(error) {
  if ([401, 403, 429].includes(error.status)) return desk.openDoor(error.status === 429 ? error.message : say("wrongToken"));
  complain(error instanceof Refused ? refusal(error, nameOf) : say("offline"));
}

/** What an agent does: a complaint of before is answered by it, unlike by what the page does by itself. */
export const attempt = async (act) => {
  complain();
  try { await act(); } catch (error) { refused(error); }
};
