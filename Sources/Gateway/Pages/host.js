// The host, as this page knows it: messages up by POST, what is said comes down as server-sent events.
let token = sessionStorage.getItem("token") ?? "";

const fromAddress = new URLSearchParams(location.hash.slice(1)).get("token");
if (fromAddress) {
  keepToken(fromAddress);
  // The secret must not stay in the address bar, nor in the history.
  history.replaceState(null, "", location.pathname);
}

export const hasToken = () => token !== "";

export function keepToken(text) {
  token = text.trim();
  sessionStorage.setItem("token", token);
}

export class Refused extends Error {
  constructor(status, problem) {
    super(problem.detail ?? `HTTP ${status}`);
    this.status = status;
    this.code = problem.code;
    /** Who holds the conversation, where somebody else does. */
    this.agent = problem.agent;
  }
}

export async function ask(path, options = {}) {
  const headers = { authorization: `Bearer ${token}`, ...options.headers };
  const response = await fetch(path, { ...options, headers, credentials: "omit" });
  if (!response.ok) throw new Refused(response.status, await response.json().catch(() => ({})));
  return response;
}

const send = (method) => (path, body) =>
  ask(path, { method, headers: { "content-type": "application/json" }, body: JSON.stringify(body) });

export const post = send("POST");
export const put = send("PUT");

let mayTrace = true;

/** Says something; the answer carries the trace when the token may see it. */
export async function takeTurn(turn) {
  try {
    return await (await post(mayTrace ? "/v1/turns?trace=1" : "/v1/turns", turn)).json();
  } catch (error) {
    if (error.status !== 403 || !mayTrace) throw error;
    mayTrace = false;
    return takeTurn(turn);
  }
}

export async function record(turn) {
  return mayTrace ? (await ask(`/v1/turns/${encodeURIComponent(turn)}`)).json() : null;
}

/** Follows a conversation from its beginning until the signal ends it. */
export const follow = (conversation, signal, handlers) =>
  listen(`/v1/conversations/${encodeURIComponent(conversation)}/messages`, "0", signal, handlers);

/** Follows all that happens from now on. */
export const followEvents = (signal, handlers) => listen("/v1/events", undefined, signal, handlers);

/** Comes back by itself after the last event it has seen. */
async function listen(path, last, signal, { onEvent, onState }) {
  for (let wait = 500; !signal.aborted; wait = Math.min(wait * 2, 10000)) {
    try {
      const seen = last === undefined ? {} : { "last-event-id": last };
      const response = await ask(path, { headers: { accept: "text/event-stream", ...seen }, signal });
      onState("live");
      wait = 500;
      for await (const event of events(response.body)) {
        if (event.id) last = event.id;
        if (event.data) onEvent(event.name, JSON.parse(event.data));
      }
    } catch (error) {
      if (signal.aborted || error.status === 401 || error.status === 404) return;
    }
    onState("lost");
    await new Promise((done) => setTimeout(done, wait));
  }
}

async function* events(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const blocks = (rest + value).split("\n\n");
    rest = blocks.pop();
    for (const block of blocks) {
      const event = { name: "message", data: "", id: "" };
      for (const line of block.split("\n")) {
        if (line.startsWith("event: ")) event.name = line.slice(7);
        if (line.startsWith("data: ")) event.data += line.slice(6);
        if (line.startsWith("id: ")) event.id = line.slice(4);
      }
      yield event;
    }
  }
}
