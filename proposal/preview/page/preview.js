// The preview's page: hears what is new, and shows it without losing the visitor's place.
import { showDocument, watchWidth } from "./pages.js";
import { showChanges, showProblems } from "./problems.js";
import { showWebsite } from "./website.js";

const at = (id) => document.getElementById(id);
const asked = new URLSearchParams(location.search);
const chosen = {
  edition: asked.get("edition"),
  document: asked.get("document"),
};

let state = null;
let stream = null;

/** Listen to the server; it knows which document is looked at, and makes that one first. */
function listen() {
  stream?.close();
  const query = new URLSearchParams();
  if (chosen.edition) query.set("edition", chosen.edition);
  if (chosen.document) query.set("document", chosen.document);
  stream = new EventSource(`/events?${query}`);
  stream.onmessage = (event) => {
    state = JSON.parse(event.data);
    show();
  };
  stream.onerror = () => setStatus("lost", "Not connected: is “proposal serve” still running?");
}

function show() {
  choose();
  const errors = state.problems.filter((problem) => problem.severity === "error").length;
  showStatus(errors);
  showProblems(state.problems, errors);
  showChanges(state.changes, state.saved, errors);
  showWebsite(state.website, chosen.edition);
  const shown = state.documents.find(
    (pdf) => pdf.edition === chosen.edition && pdf.name === chosen.document,
  );
  showDocument(shown, state);
  showAge("website-old", errors && state.website);
  showAge("pdf-old", errors && shown?.version && shown);
  at("website-open").href = `/site/${chosen.edition ?? ""}/`.replace("//", "/");
  document.body.classList.toggle("wrong", errors > 0);
}

/** Keep what is chosen among what there is. */
function choose() {
  if (!state.editions.includes(chosen.edition)) {
    chosen.edition = state.editions.includes(state.edition) ? state.edition : state.editions[0];
  }
  const names = state.documents
    .filter((pdf) => pdf.edition === chosen.edition)
    .map((pdf) => pdf.name);
  if (!names.includes(chosen.document)) chosen.document = names[0] ?? null;
  fill(at("edition"), state.editions, chosen.edition);
  fill(at("document"), names, chosen.document);
}

function fill(select, values, value) {
  const listed = [...select.options].map((option) => option.value);
  if (listed.join("\n") !== values.join("\n")) {
    select.replaceChildren(...values.map((name) => new Option(name, name)));
  }
  select.disabled = values.length < 2;
  select.parentElement.hidden = values.length === 0;
  if (value !== null && value !== undefined) select.value = value;
}

function showStatus(errors) {
  const counted = `${errors} error${errors === 1 ? "" : "s"}`;
  document.title = `${errors ? `✗ ${counted} – ` : ""}${state.title} preview`;
  at("title").textContent = state.title;
  if (state.phase === "building") {
    setStatus("building", `Building… ${state.step}`);
  } else if (errors) {
    setStatus("wrong", counted);
  } else if (state.finished) {
    setStatus("good", `Up to date ${state.finished} · ${state.seconds.toFixed(1)} s`);
  }
}

function setStatus(phase, text) {
  at("status").dataset.phase = phase;
  if (at("status-text").textContent !== text) at("status-text").textContent = text;
}

/** While something is wrong, what is seen is older than the data. */
function showAge(id, shown) {
  at(id).hidden = !shown;
  if (shown) at(id).textContent = `as of ${shown.made}, before the error`;
}

function look(view) {
  document.body.dataset.view = view;
  for (const button of document.querySelectorAll(".views button")) {
    button.setAttribute("aria-pressed", String(button.dataset.view === view));
  }
}

function remember() {
  const query = new URLSearchParams({ edition: chosen.edition, document: chosen.document ?? "" });
  history.replaceState(null, "", `?${query}`);
  show();
  listen();
}

at("edition").addEventListener("change", (event) => {
  chosen.edition = event.target.value;
  chosen.document = null;
  choose();
  remember();
});
at("document").addEventListener("change", (event) => {
  chosen.document = event.target.value;
  remember();
});
for (const button of document.querySelectorAll(".views button")) {
  button.addEventListener("click", () => look(button.dataset.view));
}

// A phone has room for one pane.
const narrow = matchMedia("(max-width: 52rem)");
narrow.addEventListener("change", () => look(narrow.matches ? "website" : "both"));
look(narrow.matches ? "website" : "both");

// A browser keeps few connections to one host: a page that nobody sees leaves its own to others.
document.addEventListener("visibilitychange", () => {
  if (document.hidden) stream?.close();
  else listen();
});

watchWidth();
listen();
