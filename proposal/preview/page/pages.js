// The PDF's pane: each page is a picture that is exchanged when the new one has been decoded, so
// that nothing flashes and nothing moves. The page that is looked at comes first.

const stage = document.getElementById("pages");
const summary = document.getElementById("pdf-summary");
const open = document.getElementById("pdf-open");

let current = null; // the document that is shown
let shownName = ""; // its name; another one begins at its top
let drawing = 0; // which attempt is drawing; an older one leaves off
const drawn = new Map(); // what is shown on each page: version and width

export function showDocument(shown, state) {
  open.hidden = !shown?.version;
  const name = shown ? `${shown.edition}/${shown.name}` : "";
  if (name !== shownName) {
    shownName = name;
    stage.replaceChildren();
    stage.scrollTop = 0;
    drawn.clear();
    drawing += 1;
    current = null;
  }
  if (!shown?.version) {
    summary.textContent = "";
    showEmpty(shown, state);
    return;
  }
  open.href = `/documents/${shown.edition}/${shown.name}.pdf`;
  showCount(shown);
  const isDrawn = current?.version === shown.version;
  current = shown; // which pages say something new follows a moment later
  if (isDrawn) return;
  lay(shown);
  draw();
}

function showEmpty(shown, state) {
  const said = state.missing_tex
    ?? (!shown ? "This edition has no documents."
      : state.phase === "building" ? "The PDF is being made…" : "There is no PDF yet.");
  const before = stage.querySelector(".empty");
  if (before?.textContent === said) return;
  const empty = document.createElement("p");
  empty.className = "empty";
  empty.textContent = said;
  stage.replaceChildren(empty);
}

function showCount({ page_sizes: sizes, page_limit: limit, changed_pages: changed, version }) {
  const count = `${sizes.length} page${sizes.length === 1 ? "" : "s"}`;
  const parts = [document.createTextNode(limit ? `${count} (at most ${limit})` : count)];
  if (version > 1 && changed.length) {
    parts.push(" · changed: ");
    for (const number of changed) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = number;
      button.setAttribute("aria-label", `Go to changed page ${number}`);
      button.addEventListener("click", () => {
        stage.children[number - 1]?.scrollIntoView({ block: "start" });
      });
      parts.push(button);
    }
  }
  const key = JSON.stringify([sizes.length, limit, changed, version]);
  if (summary.dataset.key === key) return;
  summary.dataset.key = key;
  summary.replaceChildren(...parts);
}

/** As many sheets as there are pages, each of its page's shape; those that are there stay. */
function lay({ page_sizes: sizes }) {
  for (const child of [...stage.children]) if (child.localName !== "figure") child.remove();
  while (stage.children.length > sizes.length) stage.lastChild.remove();
  while (stage.children.length < sizes.length) {
    const sheet = document.createElement("figure");
    const number = stage.children.length + 1;
    const caption = document.createElement("figcaption");
    caption.textContent = number;
    const blank = document.createElement("div");
    blank.className = "sheet";
    sheet.append(blank, caption);
    stage.append(sheet);
  }
  sizes.forEach(([width, height], index) => {
    stage.children[index].style.setProperty("--shape", `${width} / ${height}`);
  });
}

/** The pages in the order in which they are wanted: those in sight, the changed ones, the rest. */
function order({ page_sizes: sizes, changed_pages: changed }) {
  const frame = stage.getBoundingClientRect();
  const seen = (number) => {
    const sheet = stage.children[number - 1].getBoundingClientRect();
    return Math.max(0, Math.min(sheet.bottom, frame.bottom) - Math.max(sheet.top, frame.top));
  };
  const rank = (number) => (seen(number) > 0 ? 0 : changed.includes(number) ? 1 : 2);
  return sizes
    .map((_page, index) => index + 1)
    .sort((one, other) => rank(one) - rank(other) || seen(other) - seen(one) || one - other);
}

async function draw() {
  const attempt = ++drawing;
  const shown = current;
  if (!shown) return;
  const width = Math.ceil((stage.firstElementChild.clientWidth * devicePixelRatio) / 100) * 100;
  if (!width) return;
  const key = `${shown.version}/${width}`;
  const tried = new Set();
  const isLeft = (number) => !tried.has(number) && drawn.get(number) !== key;
  for (let number; (number = order(current).find(isLeft)); ) {
    tried.add(number);
    const next = new Image();
    next.alt = `Page ${number} of ${shown.name}.pdf`;
    next.src = `/pages/${shown.edition}/${shown.name}/${shown.version}/${number}.jpg?width=${width}`;
    try {
      await next.decode();
    } catch {
      continue; // the server has ended, which the status says
    }
    if (attempt !== drawing) return;
    drawn.set(number, key);
    next.dataset.version = shown.version;
    next.className = "sheet";
    stage.children[number - 1]?.querySelector(".sheet").replaceWith(next);
  }
}

/** Draw anew when the pane has another width. */
export function watchWidth() {
  let timer = 0;
  new ResizeObserver(() => {
    clearTimeout(timer);
    timer = setTimeout(draw, 150);
  }).observe(stage);
}
