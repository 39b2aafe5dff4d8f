// Runs in the website's pages while they are previewed: says where the visitor is, and goes back
// there when a new version of the page has been loaded.
(() => {
  if (window.parent === window) return;
  const say = (message) => window.parent.postMessage(message, location.origin);
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

  function sayPlace() {
    say({
      kind: "place",
      place: {
        path: location.pathname,
        y: window.scrollY,
        anchor: anchor(),
        open: folds().map((each) => each.open),
      },
    });
  }

  function goTo(place) {
    const parts = folds();
    if (place.open?.length === parts.length) {
      parts.forEach((each, index) => { each.open = place.open[index]; });
    }
    const part = place.anchor && document.getElementById(place.anchor.id);
    const y = part
      ? window.scrollY + part.getBoundingClientRect().top - place.anchor.offset
      : place.y ?? 0;
    window.scrollTo({ top: y, behavior: "instant" });
  }

  addEventListener("message", (event) => {
    if (event.source !== window.parent || event.data?.kind !== "restore") return;
    const { place } = event.data;
    if (place.path === location.pathname) goTo(place);
    requestAnimationFrame(() => {
      say({ kind: "shown" });
      sayPlace();
    });
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
