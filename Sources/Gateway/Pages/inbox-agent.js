// Who I am, and whether I am there.
import { put } from "./host.js";
import { $, attempt, desk, me } from "./inbox-desk.js";
import { showHead } from "./inbox-thread.js";
import { say } from "./inbox-words.js";
import { element } from "./trace.js";

export function showAgents() {
  const { agents } = desk;
  const chosen = $("agent").value || localStorage.getItem("agent") || "";
  const none = agents.length ? say("nobody") : say("noAgents");
  $("agent").replaceChildren(element("option", { value: "", textContent: none }),
    ...agents.map((agent) => element("option", { value: agent.id, textContent: agent.name })));
  $("agent").value = agents.some((agent) => agent.id === chosen) ? chosen : agents.length === 1 ? agents[0].id : "";
  $("presence").hidden = !me();
  $("presence").replaceChildren(...Object.entries(say("presences")).map(([value, textContent]) => element("option", { value, textContent })));
  $("presence").value = me()?.presence ?? "";
}

$("agent").addEventListener("change", () => {
  localStorage.setItem("agent", $("agent").value);
  showAgents();
  showHead();
});
$("presence").addEventListener("change", () => attempt(async () => {
  const { id, ...rest } = me();
  await put(`/v1/agents/${encodeURIComponent(id)}`, { ...rest, presence: $("presence").value });
  await desk.refresh();
}));
