// Runs in the website's pages while they are previewed: takes on new versions of the page, says
// where the visitor is, and goes back there when a new version had to be loaded.
(() => {
  if (window.parent === window) return;
  const say = (message) => window.parent.postMessage(message, location.origin);
  const BELOW_HEADER = 110; // pixels below the window's top
  const folds = () => [...document.querySelectorAll("details")];

  /** The last named part that begins above the window's top, which stays while texts grow. */
  function anchor() {
    let found = null;
    for (const part of document.querySelectorAll("main [id]")) {
      const top = part.getBoundingClientRect().top;
      if (top > 80) break;
      found = { id: part.id, offset: top };
    }
    return found;
  }

  const here = () => ({
    path: location.pathname,
    y: window.scrollY,
    anchor: anchor(),
    open: folds().map((fold) => fold.open),
  });
  const sayPlace = () => say({ kind: "place", place: here() });

  function goTo(place) {
    const parts = folds();
    if (place.open?.length === parts.length) {
      parts.forEach((part, index) => { part.open = place.open[index]; });
    }
    const part = place.anchor && document.getElementById(place.anchor.id);
    const y = part
      ? window.scrollY + part.getBoundingClientRect().top - place.anchor.offset
      : place.y ?? 0;
    scrollTo(y);
  }

  const scrollTo = (top) => window.scrollTo({ top, behavior: "instant" });

  function restore(place) {
    if (place.path === location.pathname) goTo(place);
    sayShown();
  }

  /** Say so once the page is seen as it is now. */
  function sayShown(version) {
    requestAnimationFrame(() => {
      say({ kind: "shown", version });
      sayPlace();
    });
  }

  // The page as it came: whole, and not yet arranged for this visitor by its own scripts, which
  // are deferred.
  let came = null;
  document.addEventListener("readystatechange", () => { came ??= document.cloneNode(true); });

  /** Take on a new version of this page, of which only what is new is laid out anew. */
  function exchange({ html, version }) {
    const next = new DOMParser().parseFromString(html, "text/html");
    if (!came || loads(next) !== loads(came)) {
      say({ kind: "stale" });
      return;
    }
    const place = here();
    const mark = document.elementFromPoint(window.innerWidth / 2, BELOW_HEADER);
    const before = mark?.getBoundingClientRect().top;
    document.title = next.title;
    renew(document.body, came.body, next.body);
    came = next;
    // What the page's scripts do when it is shown again, they do for what is new in it.
    window.dispatchEvent(new PageTransitionEvent("pageshow"));
    goTo(place);
    if (mark?.isConnected) scrollTo(window.scrollY + mark.getBoundingClientRect().top - before);
    sayShown(version);
  }

  /** What a page says before its text: its language, and the files by which it looks as it does. */
  function loads(page) {
    const files = page.querySelectorAll("head link[href], head script[src], head style");
    const root = page.documentElement.cloneNode(false);
    return [root, ...files].map((element) => element.outerHTML).join("");
  }

  /** Exchange the smallest parts that differ, so that all others stay as the visitor left them. */
  function renew(seen, before, after) {
    if (before.isEqualNode(after)) return;
    const isAsItCame = isAlike(seen, before) && seen.childNodes.length === before.childNodes.length;
    if (isAsItCame && isAlike(before, after)) renewWithin(seen, before, after);
    else seen.replaceWith(document.importNode(after, true));
  }

  function renewWithin(seen, before, after) {
    const [shown, were, are] = [seen, before, after].map((node) => [...node.childNodes]);
    const shorter = Math.min(were.length, are.length);
    let first = 0; // of those that differ
    while (first < shorter && were[first].isEqualNode(are[first])) first += 1;
    let alike = 0; // at the end
    while (first + alike < shorter && were.at(-1 - alike).isEqualNode(are.at(-1 - alike))) alike += 1;
    const [old, gone, come] = [shown, were, are].map((all) => all.slice(first, all.length - alike));
    if (gone.length === come.length) {
      old.forEach((node, index) => renew(node, gone[index], come[index]));
      return;
    }
    const next = shown[first + old.length] ?? null;
    for (const node of old) node.remove();
    for (const node of come) seen.insertBefore(document.importNode(node, true), next);
  }

  /** Whether two nodes are the same but for what is within them. */
  const isAlike = (one, other) => one.cloneNode(false).isEqualNode(other.cloneNode(false));

  addEventListener("message", (event) => {
    if (event.source !== window.parent) return;
    if (event.data?.kind === "restore") restore(event.data.place);
    if (event.data?.kind === "exchange") exchange(event.data);
  });

  let isWaiting = false;
  function sayPlaceSoon() {
    if (isWaiting) return;
    isWaiting = true;
    requestAnimationFrame(() => {
      isWaiting = false;
      sayPlace();
    });
  }
  addEventListener("scroll", sayPlaceSoon, { passive: true });
  document.addEventListener("toggle", sayPlaceSoon, true);

  // What is no page of this website would take the place of the preview.
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href]");
    if (!link || event.defaultPrevented) return;
    const url = new URL(link.href);
    const isPage = url.host === location.host && /(\/|\.html)$/.test(url.pathname);
    if (isPage || !/^https?:$/.test(url.protocol)) return;
    event.preventDefault();
    window.open(url.href, "_blank", "noopener");
  });

  // The script stands at the page's end: all of it is there.
  say({ kind: "ready", path: location.pathname });
})();
