// The conversation that is open: whose it is, and what its agent does about it.
import { follow, post } from "./host.js";
import { $, attempt, button, desk, get, isMine, me, nameOf, path, showState, time } from "./inbox-desk.js";
import { clearLines, hearLine, labelLines, mark } from "./inbox-lines.js";
import { showList, titleOf, whereabouts } from "./inbox-list.js";
import { why } from "./inbox-read.js";
import { sideOf } from "./inbox-side.js";
import { say } from "./inbox-words.js";

let following;

export async function choose(id) {
  following?.abort();
  following = new AbortController();
  clearLines();
  document.body.dataset.view = "thread";
  await attempt(async () => {
    desk.open = await get(path(id));
    showHead();
    showList();
    follow(id, following.signal, { onEvent: receive, onState: showState });
    await showHistory();
    await showSide();
  });
}

export function showHead() {
  const { open } = desk;
  $("thread-title").textContent = open ? titleOf(open) : say("choose");
  const mine = isMine();
  const back = mine && open.returns_at ? say("returns")(time(open.returns_at)) : "";
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
  labelLines();
}

// From a colleague only after asking: he would go on writing into a conversation that is not his any more.
function take() {
  const isHeld = desk.open.status === "human";
  if (isHeld && !confirm(say("confirmTake")(whereabouts(desk.open)))) return;
  act("/takeover", isHeld ? { agent: me().id, force: true } : { agent: me().id });
}

const act = (rest, body) => attempt(async () => {
  desk.open = await (await post(path(desk.open.id, rest), body)).json();
  showHead();
  if (!$("form").hidden) $("text").focus();
  await desk.refresh();
});

function receive(name, data) {
  if (name !== "conversation") return hearLine(data);
  desk.open = data;
  showHead();
}

/** What became of the conversation stands among what was said. */
async function showHistory() {
  const shown = desk.open.id;
  const { items } = await get(path(shown, "/events"));
  for (const event of desk.open?.id === shown ? items : []) mark(event);
}

/** What is known of the customer. */
export async function showSide() {
  const shown = desk.open.id;
  const parts = await sideOf(desk.open, get, nameOf, (act) => attempt(async () => {
    await act();
    await showSide();
  }));
  if (desk.open?.id === shown) $("side").replaceChildren(...parts);
}

$("form").addEventListener("submit", (event) => {
  event.preventDefault();
  const text = $("text").value;
  if (!text.trim()) return;
  attempt(async () => {
    await post(path(desk.open.id, "/messages"), { text, agent: me().id });
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
