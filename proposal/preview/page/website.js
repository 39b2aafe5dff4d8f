// The website's pane. A new version of the page that is seen is handed to the page, which exchanges
// what is new in itself. Where more than its text is new, it is loaded behind the old one and takes
// its place when it has been drawn at the same place of the same page.

const stage = document.getElementById("website");
const SANDBOX = "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads";
const PATIENCE = 1500; // milliseconds for a page to say that it is shown

let version = 0;
let assets = 0; // the version since which styles, scripts and pictures are what they are
let edition = null;
let front = null; // the frame that is seen
let coming = null; // the one that is being loaded behind it
let place = null; // where the visitor is

export function showWebsite(website, shown) {
  if (!website) {
    if (!stage.querySelector(".empty")) stage.replaceChildren(empty());
    return;
  }
  const isOther = shown !== edition;
  if (!isOther && website.version === version) return;
  if (isOther) place = { path: `/site/${shown}/` };
  const isText = !isOther && !coming && website.assets === assets;
  edition = shown;
  ({ version, assets } = website);
  if (isText) exchange();
  else load();
}

/** Hand the new version of the page that is seen to it, and load it if that does not help. */
async function exchange() {
  const asked = version;
  const frame = front;
  const { path } = place;
  const isLatest = () => asked === version && frame === front && !coming;
  let html = null;
  try {
    const answer = await fetch(path);
    if (answer.ok) html = await answer.text();
  } catch {
    return; // the server has ended, which the status says
  }
  if (!isLatest()) return;
  if (html === null) {
    load();
    return;
  }
  if (place.path === path) { // or the visitor has just left it for another page
    frame.contentWindow.postMessage({ kind: "exchange", html, version: asked }, "*");
  }
  setTimeout(() => {
    if (isLatest() && stage.dataset.version !== String(asked)) load();
  }, PATIENCE);
}

function empty() {
  const notice = document.createElement("p");
  notice.className = "empty";
  notice.textContent = "There is no website yet.";
  return notice;
}

function load() {
  coming?.remove();
  const frame = document.createElement("iframe");
  frame.title = "The website";
  frame.setAttribute("sandbox", SANDBOX);
  frame.className = "coming";
  frame.inert = true;
  frame.src = place.path;
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
  const message = event.data;
  if (typeof message !== "object" || message === null) return;
  if (coming && event.source === coming.contentWindow) hearComing(message);
  else if (front && event.source === front.contentWindow) hearFront(message);
});

function hearComing({ kind }) {
  if (kind === "ready") coming.contentWindow.postMessage({ kind: "restore", place }, "*");
  if (kind === "shown") bringForward(coming);
}

function hearFront({ kind, ...message }) {
  if (kind === "place") stay(message.place);
  if (kind === "ready") stay({ path: message.path }); // the visitor has followed a link
  if (kind === "shown") stage.dataset.version = message.version;
  if (kind === "stale") load();
}

function stay(now) {
  if (String(now?.path).startsWith("/site/")) place = now;
}
