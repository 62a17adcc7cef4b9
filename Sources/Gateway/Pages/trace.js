// One turn, explained: each skill with its part, and the context as it stood at the end.
import { say } from "./words.js";

export function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children.filter((child) => child !== null));
  return made;
}

const duration = (us) => (us < 1000 ? `${us} µs` : `${(us / 1000).toFixed(us < 10000 ? 1 : 0)} ms`);

const shown = (value) => (typeof value === "string" ? value : JSON.stringify(value, null, 1));

function values(entries) {
  const list = element("dl", { className: "values" });
  for (const [name, value] of entries) {
    list.append(element("dt", { textContent: name }), element("dd", { textContent: shown(value) }));
  }
  return list;
}

function step(skill, longest) {
  const bar = element("i");
  bar.style.setProperty("width", `${Math.max(2, (100 * skill.us) / longest)}%`);
  const wrote = Object.entries(skill.wrote ?? {});
  return element("li", { className: "step" },
    element("div", { className: "step-head" },
      element("h3", { textContent: skill.skill }),
      element("span", { className: `pill ${skill.status}`, textContent: say("skill")[skill.status] ?? skill.status }),
      element("span", { className: "took", textContent: duration(skill.us) })),
    element("div", { className: "bar", ariaHidden: "true" }, bar),
    skill.because ? element("p", { className: "because", textContent: skill.because }) : null,
    ...(skill.said ?? []).map((said) => element("p", { className: "said", textContent: said.text })),
    wrote.length ? values(wrote) : null,
    skill.read?.length
      ? element("details", {}, element("summary", { textContent: say("read") }),
        element("p", { className: "names", textContent: skill.read.join("  ") }))
      : null);
}

/** What the panel shows of a turn; without one, what it is for. */
export function traceOf(turn) {
  if (!turn) return [element("p", { className: "empty", textContent: say("traceEmpty") })];
  if (!turn.trace) return [element("p", { className: "empty", textContent: say("traceNone") })];
  const skills = turn.trace.skills;
  const total = skills.reduce((sum, skill) => sum + skill.us, 0);
  const fact = (name, value) => element("span", {}, `${name} `, element("b", { textContent: value }));
  return [
    element("p", { className: "facts" }, fact(say("took"), duration(turn.us ?? total)),
      element("span", {}, element("b", { textContent: skills.length }), ` ${say("skills")}`),
      fact(say("turn"), turn.turn)),
    skills.length
      ? element("ol", { className: "steps" }, ...skills.map((skill) => step(skill, Math.max(1, ...skills.map((s) => s.us)))))
      : element("p", { className: "because", textContent: say("noSkills") }),
    element("details", {}, element("summary", { textContent: say("context") }),
      values(Object.entries(turn.trace.context).sort())),
  ];
}
