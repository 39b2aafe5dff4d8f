// What stands below the panes: what is wrong, and which facts the last save changed. All of it
// is text, and nothing of it is ever read as HTML.

const at = (id) => document.getElementById(id);
const counted = (count, noun) => `${count} ${noun}${count === 1 ? "" : "s"}`;

function part(tag, className, ...content) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...content);
  return made;
}

/** A place in a file, and a button that copies it for the editor. */
function place(text) {
  const button = part("button", "copy", "Copy place");
  button.type = "button";
  button.setAttribute("aria-label", `Copy place ${text}`);
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(text);
    button.textContent = "Copied";
    at("copied").textContent = `Copied ${text}`;
    setTimeout(() => { button.textContent = "Copy place"; }, 1500);
  });
  return part("span", "place", part("code", "", text), button);
}

function problem({ severity, code, message, hint, place: where, line, excerpt }) {
  const head = part("p", "message", part("span", "severity", severity), ` ${message} `);
  head.append(part("span", "code", code));
  const item = part("li", severity, head);
  if (where) item.append(place(where));
  if (excerpt) {
    const [before, marked, after] = excerpt;
    const shown = part("pre", "", part("span", "line", `${line} | `), before);
    shown.append(part("mark", marked ? "" : "point", marked || "\u2038"), after);
    item.append(shown);
  }
  if (hint) item.append(part("p", "hint", part("strong", "", "hint: "), hint));
  return item;
}

function renew(list, key, items) {
  if (list.dataset.key === key) return;
  list.dataset.key = key;
  list.replaceChildren(...items());
}

export function showProblems(problems, errors) {
  const panel = at("problems");
  panel.hidden = problems.length === 0;
  panel.classList.toggle("wrong", errors > 0);
  const others = problems.length - errors;
  const heading = [
    ...(errors ? [counted(errors, "error")] : []),
    ...(others ? [counted(others, "warning")] : []),
  ].join(", ");
  const list = at("problems-list");
  const key = JSON.stringify(problems);
  if (list.dataset.key === key) return;
  // Errors want to be seen; warnings can wait behind their number.
  const had = panel.dataset.errors === "true";
  if (errors || had) panel.open = errors > 0;
  else if (!list.dataset.key) panel.open = false;
  panel.dataset.errors = String(errors > 0);
  at("problems-heading").textContent = heading;
  const sorted = problems.toSorted((one, other) =>
    Number(one.severity !== "error") - Number(other.severity !== "error"));
  renew(list, key, () => sorted.map(problem));
}

function change({ name, before, after, place: where, editions }, showsEdition) {
  const item = part("li", "");
  item.append(part("span", "name", showsEdition ? `${name} (${editions.join(", ")})` : name));
  const values = part("span", "values");
  if (before !== null) values.append(part("del", "", before));
  if (before !== null && after !== null) values.append(part("span", "arrow", " → "));
  values.append(after !== null ? part("ins", "", after) : part("em", "", " is gone"));
  item.append(values);
  if (where) item.append(place(where));
  return item;
}

export function showChanges(changes, saved, errors) {
  const panel = at("changes");
  panel.hidden = saved.length === 0 || errors > 0;
  if (panel.hidden) return;
  const files = saved.length > 2 ? counted(saved.length, "file") : saved.join(", ");
  const facts = changes.length ? `${counted(changes.length, "fact")} changed` : "no fact changed";
  at("changes-heading").textContent = `Last save: ${facts} · ${files}`;
  const editions = new Set(changes.flatMap((fact) => fact.editions));
  const key = JSON.stringify(changes);
  renew(at("changes-list"), key, () => changes.map((fact) => change(fact, editions.size > 1)));
  at("changes-list").hidden = changes.length === 0;
  panel.classList.toggle("bare", changes.length === 0);
}
