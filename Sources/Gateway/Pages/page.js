import { element, traceOf } from "./trace.js";
import { follow, hasToken, keepToken, record, Refused, takeTurn } from "./host.js";
import { current, say, switchLanguage } from "./words.js";

const $ = (id) => document.getElementById(id);
const unique = () => Array.from(crypto.getRandomValues(new Uint8Array(12)), (b) => b.toString(16).padStart(2, "0")).join("");

const turns = new Map();
const lines = new Map();
let conversation, following, status, shownTurn, waiting = 0;

// Words

function translate() {
  document.documentElement.lang = current();
  document.title = say("title");
  const texts = {
    language: "language", fresh: "fresh", "chat-title": "chat", "customer-label": "customer", hello: "hello",
    "hello-more": "helloMore", "text-label": "text", "send-label": "send", "trace-title": "trace",
    "trace-close": "close", "door-title": "doorTitle", "door-text": "doorText", "token-label": "token", enter: "enter",
  };
  for (const [id, name] of Object.entries(texts)) $(id).textContent = say(name);
  $("language").lang = current() === "en" ? "zh-CN" : "en";
  $("text").placeholder = say("placeholder");
  $("ideas").replaceChildren(...say("ideas").map((text) => element("button", { type: "button", textContent: text, onclick: () => send(text) })));
  for (const line of lines.values()) line.label();
  showState($("state").dataset.state);
  showTrace();
}

function showState(state) {
  $("state").dataset.state = state;
  $("state-text").textContent = say(state);
}

function complain(text) {
  $("notice").textContent = text ?? "";
  $("notice").hidden = !text;
}

// Messages

function scrollDown() { $("log").scrollTop = $("log").scrollHeight; }

function addLine(message) {
  const isDraft = message.author === "draft";
  const kind = { offer: "offer", notice: "notice-kind" }[message.kind] ?? "";
  const meta = element("div", { className: "meta" });
  const line = element("div", { className: `line ${message.author} ${kind}` },
    element("div", { className: "bubble", textContent: message.text }));
  if (message.actions?.length) {
    line.append(element("div", { className: "actions" },
      ...message.actions.map((text) => element("button", { type: "button", textContent: text, onclick: () => send(text) }))));
  }
  line.append(meta);
  line.label = () => {
    const who = isDraft ? say("draft") : message.author === "agent" ? `${say("agent")} ${message.agent ?? ""}` : message.author === "bot" ? say("bot") : "";
    const failure = line.failure ? say("failed") : "";
    meta.replaceChildren(...[who, failure].filter(Boolean).map((text) => element("span", { textContent: text })));
    if (message.turn && (message.author === "bot" || isDraft)) {
      meta.append(element("button", {
        className: "why", type: "button", textContent: say("why"), ariaPressed: String(message.turn === shownTurn),
        onclick: () => openTrace(message.turn),
      }));
    }
  };
  line.label();
  $("welcome").hidden = true;
  $("log").insertBefore(line, $("typing"));
  scrollDown();
  return line;
}

function receive(name, data) {
  if (name === "conversation") return showStatus(data.status);
  const own = data.message_id && lines.get(data.message_id);
  if (own) return own.classList.remove("waiting");
  const key = `seq ${data.seq}`;
  if (!lines.has(key)) lines.set(key, addLine(data));
}

function showStatus(next) {
  if (status !== undefined && next !== status || next !== "bot" && status === undefined) {
    const line = element("p", { className: "aside-line" });
    line.label = () => { line.textContent = say("status")[next]; };
    line.label();
    lines.set(line, line);
    $("log").insertBefore(line, $("typing"));
    scrollDown();
  }
  status = next;
  if (next === "closed") startFresh(false);
}

function setWaiting(change) {
  waiting += change;
  $("typing")?.remove();
  if (waiting > 0 && status !== "human") {
    const typing = element("div", { id: "typing", className: "line", ariaHidden: "true" },
      element("div", { className: "bubble typing" }, element("i"), element("i"), element("i")));
    $("log").append(typing);
    scrollDown();
  }
}

async function send(text) {
  if (!text.trim() || !$("customer").reportValidity()) return;
  complain();
  const id = `page-${unique()}`;
  const line = addLine({ author: "customer", text });
  line.classList.add("waiting");
  lines.set(id, line);
  setWaiting(1);
  try {
    const turn = await takeTurn({
      text, channel: "webchat", conversation, customer: $("customer").value, message_id: id, locale: current(),
    });
    turns.set(turn.turn, turn);
    if (!following) listen();
    line.classList.remove("waiting");
    showTurn(turn.turn);
  } catch (error) {
    line.classList.replace("waiting", "failed");
    line.failure = true;
    line.label();
    refused(error);
  } finally {
    setWaiting(-1);
  }
}

function refused(error) {
  if (error.status === 401 || error.status === 429) return openDoor(error.status === 429 ? error.message : say("wrongToken"));
  if (error.code === "conversation_mismatch" || error.code === "conversation_closed") startFresh(false);
  complain(error instanceof Refused ? error.message : say("offline"));
}

function listen() {
  following = new AbortController();
  follow(conversation, following.signal, { onEvent: receive, onState: showState });
}

/** A conversation of its own; what was said stays in sight unless it is cleared. */
function startFresh(clears) {
  following?.abort();
  following = status = undefined;
  conversation = `page-${unique()}`;
  showState("idle");
  if (!clears) return;
  for (const child of [...$("log").children]) if (child.id !== "welcome") child.remove();
  lines.clear();
  waiting = 0;
  shownTurn = undefined;
  $("welcome").hidden = false;
  complain();
  showTrace();
}

// Trace

function showTurn(turn) {
  shownTurn = turn;
  for (const line of lines.values()) line.label();
  showTrace();
}

function showTrace() { $("trace-body").replaceChildren(...traceOf(turns.get(shownTurn))); }

async function openTrace(turn) {
  try {
    if (!turns.has(turn)) turns.set(turn, (await record(turn)) ?? { turn });
    showTurn(turn);
    $("trace").classList.add("open");
  } catch (error) {
    refused(error);
  }
}

// Door

function openDoor(reason) {
  $("door-error").textContent = reason ?? "";
  if (!$("door").open) $("door").showModal();
  $("token").focus();
}

$("door-form").addEventListener("submit", () => {
  keepToken($("token").value);
  $("token").value = "";
  $("text").focus();
});
$("door").addEventListener("cancel", (event) => { if (!hasToken()) event.preventDefault(); });

$("form").addEventListener("submit", (event) => {
  event.preventDefault();
  const text = $("text").value;
  $("text").value = "";
  fit();
  send(text);
});
$("text").addEventListener("keydown", (event) => {
  // While an input method composes, Enter chooses a word.
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    $("form").requestSubmit();
  }
});
function fit() {
  $("text").style.setProperty("height", "auto");
  $("text").style.setProperty("height", `${$("text").scrollHeight + 2}px`);
}
$("text").addEventListener("input", fit);
$("language").addEventListener("click", () => { switchLanguage(); translate(); });
$("fresh").addEventListener("click", () => { startFresh(true); $("text").focus(); });
$("trace-close").addEventListener("click", () => $("trace").classList.remove("open"));
$("customer").value = sessionStorage.getItem("customer") ?? `visitor-${unique().slice(0, 8)}`;
$("customer").addEventListener("change", () => {
  sessionStorage.setItem("customer", $("customer").value);
  startFresh(true);
});

startFresh(true);
translate();
if (!hasToken()) openDoor();
