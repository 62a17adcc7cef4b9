// The inbox: who waits, what was said, what is known, and what an agent does about it. Here its parts come together.
import { followEvents, hasToken, keepToken } from "./host.js";
import { showAgents } from "./inbox-agent.js";
import { $, attempt, complain, desk, me, nameOf, refused, showState } from "./inbox-desk.js";
import { mark, syncDrafts } from "./inbox-lines.js";
import { readList, showList, showTabs, titleOf } from "./inbox-list.js";
import { choose, showHead, showSide } from "./inbox-thread.js";
import { say } from "./inbox-words.js";
import { element } from "./trace.js";
import { current, switchLanguage } from "./words.js";

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
  if (desk.open) showSide();
}

desk.choose = choose;
desk.refresh = async () => {
  await readList();
  showAgents();
  showList();
  if (desk.open) await syncDrafts();
};

// The door

desk.openDoor = (reason) => {
  $("door-error").textContent = reason ?? "";
  if (!$("door").open) $("door").showModal();
  $("token").focus();
};

$("door-form").addEventListener("submit", () => {
  keepToken($("token").value);
  $("token").value = "";
  begin();
});
$("door").addEventListener("cancel", (event) => { if (!hasToken()) event.preventDefault(); });

// Language, and which part a narrow window shows

$("language").addEventListener("click", () => { switchLanguage(); translate(); });
for (const [id, view] of [["to-list", "list"], ["to-thread", "thread"], ["to-side", "side"]]) {
  $(id).addEventListener("click", () => { document.body.dataset.view = view; });
}
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || $("door").open) return;
  document.body.dataset.view = "list";
  $("list").querySelector('[aria-current="true"], button')?.focus();
});

// What happens meanwhile

let watching, soon;

function notice(text) {
  $("notices").prepend(element("li", { textContent: text }));
  while ($("notices").children.length > 3) $("notices").lastChild.remove();
}

function hear(name, event) {
  if (name === "notice") notice(event.data.text);
  const isOpen = event.conversation && event.conversation === desk.open?.id;
  if (isOpen) {
    // Its own stream tells of another status only, not of another holder.
    if (name.startsWith("conversation.")) {
      desk.open = event.data;
      showHead();
    }
    mark(event);
  }
  // What I held is a colleague's now: whoever is writing there must know.
  if (name === "conversation.taken" && event.data.from && event.data.from === me()?.id) {
    const said = say("lostTo")(nameOf(event.data.agent), titleOf(event.data));
    notice(said);
    if (isOpen) complain(said);
  }
  clearTimeout(soon);
  soon = setTimeout(() => desk.refresh().catch(refused), 150);
}

function begin() {
  watching?.abort();
  watching = new AbortController();
  attempt(async () => {
    await desk.refresh();
    followEvents(watching.signal, { onEvent: hear, onState: showState });
  });
}

translate();
// Waiting times grow, and what customers write to the bot is no event.
setInterval(() => { if (hasToken() && !$("door").open) desk.refresh().catch(refused); }, 15000);
if (hasToken()) begin(); else desk.openDoor();
