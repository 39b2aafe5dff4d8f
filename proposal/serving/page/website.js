// The website's pane. A new version is loaded behind the old one and takes its place when it
// has been drawn at the same place of the same page.

const stage = document.getElementById("website");
const SANDBOX = "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads";
const PATIENCE = 1500; // milliseconds after which a page is shown that says nothing of itself

let version = 0;
let edition = null;
let front = null; // the frame that is seen
let coming = null; // the one that is being loaded behind it
let place = null; // where the visitor is

export function showWebsite(website, year) {
  if (!website) {
    if (!stage.querySelector(".empty")) stage.replaceChildren(empty());
    return;
  }
  if (year !== edition) {
    place = { path: `/site/${year}/` };
  } else if (website.version === version) {
    return;
  }
  edition = year;
  version = website.version;
  load(place.path);
}

function empty() {
  const told = document.createElement("p");
  told.className = "empty";
  told.textContent = "There is no website yet.";
  return told;
}

function load(path) {
  coming?.remove();
  const frame = document.createElement("iframe");
  frame.title = "The website";
  frame.setAttribute("sandbox", SANDBOX);
  frame.className = "coming";
  frame.inert = true;
  frame.src = path;
  coming = frame;
  frame.addEventListener("load", () => setTimeout(() => bringForward(frame), PATIENCE), {
    once: true,
  });
  stage.append(frame);
}

function bringForward(frame) {
  if (frame !== coming) return;
  coming = null;
  const hadFocus = front !== null && document.activeElement === front;
  frame.classList.remove("coming");
  frame.inert = false;
  for (const child of [...stage.children]) if (child !== frame) child.remove();
  front = frame;
  if (hadFocus) frame.focus({ preventScroll: true });
  stage.dataset.version = version;
}

addEventListener("message", (event) => {
  const told = event.data;
  if (typeof told !== "object" || told === null) return;
  if (coming && event.source === coming.contentWindow) {
    if (told.kind === "ready") coming.contentWindow.postMessage({ kind: "restore", place }, "*");
    if (told.kind === "shown") bringForward(coming);
  } else if (front && event.source === front.contentWindow) {
    // "ready" is said by a page to which the visitor has followed a link.
    const now = told.kind === "place" ? told.place : { path: told.path };
    if (String(now?.path).startsWith("/site/")) place = now;
  }
});
