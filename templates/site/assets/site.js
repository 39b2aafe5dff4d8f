{# What only the visitor's browser knows: the time now, and the visitor's own time zone.
   Without this file the pages say the same facts in the venue's time. Those are the page's own words:
   a browser may know the venue's clocks by rules that have changed, and never works them out. #}
"use strict";

const MINUTE = 60 * 1000;
{# English days are written as on the rest of the page: Aug 25. #}
const language = document.documentElement.lang.replace(/^en$/, "en-US") || "en-US";
const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
{# Whether the visitor has chosen it for the schedule. #}
let isOwnZone = false;

function clock(moment, zone) {
  return new Intl.DateTimeFormat("en-GB", {
    hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: zone,
  }).format(moment);
}

function day(moment, zone) {
  return new Intl.DateTimeFormat(language, {
    weekday: "short", month: "short", day: "numeric", timeZone: zone,
  }).format(moment);
}

function zoneName(moment, zone) {
  const parts = new Intl.DateTimeFormat(language, { timeZone: zone, timeZoneName: "short" })
    .formatToParts(moment);
  return parts.find((part) => part.type === "timeZoneName").value;
}

{# Deadlines and days that are over are told so. #}
function markPast(now) {
  for (const item of document.querySelectorAll("[data-ends], [data-opens]")) {
    const over = now >= new Date(item.dataset.ends ?? item.dataset.opens);
    const mark = item.querySelector(".past");
    item.classList.toggle("over", over);
    if (over && !mark && item.dataset.ends) {
      const added = document.createElement("span");
      added.className = "past";
      added.textContent = ` (${document.body.dataset.passed})`;
      (item.querySelector(".label") ?? item).append(added);
    } else if (!over && mark) {
      mark.remove();
    }
  }
}

{# What can no longer be done is no longer offered. #}
function hideLate(now) {
  for (const offer of document.querySelectorAll("[data-until]:not(.steps > li)")) {
    offer.hidden = now >= new Date(offer.dataset.until);
  }
}

{# Of what there is to do, the step that it is time for is marked, and those before it are over. #}
function markStep(now) {
  const steps = [...document.querySelectorAll(".steps > li")];
  const isOver = (step) => step.dataset.until && now >= new Date(step.dataset.until);
  const current = steps.find((step) => !isOver(step));
  for (const step of steps) {
    const over = isOver(step);
    step.classList.toggle("over", Boolean(over));
    if (step === current) step.setAttribute("aria-current", "step");
    else step.removeAttribute("aria-current");
    for (const link of step.querySelectorAll("[data-closes]")) {
      link.dataset.address ??= link.getAttribute("href");
      if (now >= new Date(link.dataset.closes)) link.removeAttribute("href");
      else link.setAttribute("href", link.dataset.address);
    }
  }
}

{# How long it is until a day, counted in whole days, or in hours on the last ones. #}
function countDown(now) {
  const words = new Intl.RelativeTimeFormat(language);
  for (const place of document.querySelectorAll("[data-left]")) {
    const hours = (new Date(place.dataset.left) - now) / (60 * MINUTE);
    const isDays = hours >= 48;
    const count = Math.floor(isDays ? hours / 24 : hours);
    place.textContent = hours < 1 ? "" : `${words.format(count, isDays ? "day" : "hour")}`;
  }
}

{# What is going on at this moment is marked in the schedule. #}
function markNow(now) {
  for (const slot of document.querySelectorAll(".schedule [data-start]")) {
    const going = now >= new Date(slot.dataset.start) && now < new Date(slot.dataset.end);
    const mark = slot.querySelector(".now");
    if (going && !mark) {
      slot.setAttribute("aria-current", "time");
      const added = document.createElement("span");
      added.className = "now";
      added.textContent = ` ${document.body.dataset.now}`;
      slot.querySelector(":scope > .hours, .title").append(added);
    } else if (!going && mark) {
      slot.removeAttribute("aria-current");
      mark.remove();
    }
  }
}

{# The day and the clock's time that a moment is written with: those of the venue. #}
function written(moment) {
  const [date, time] = moment.split("T");
  return { day: day(new Date(`${date}T12:00Z`), "UTC"), clock: time.slice(0, 5) };
}

{# The day that readers take a time for: that of the list in which it stands. #}
function dayAbove(time) {
  const first = time.closest(".schedule")?.querySelector("[data-start]");
  return written(first?.dataset.start ?? time.dateTime).day;
}

{# A time in the visitor's zone; another day than that which readers take it for is named. #}
function inOwnZone(moment, taken = written(moment).day) {
  const there = day(new Date(moment), ownZone);
  const isElsewhere = there !== taken;
  return clock(new Date(moment), ownZone) + (isElsewhere ? ` (${there})` : "");
}

{# Other words for a part of the page, of which its own are kept; or those again. #}
function say(part, words) {
  if (words !== null) {
    part.dataset.venue ??= part.textContent;
    part.textContent = words;
  } else if (part.dataset.venue !== undefined) {
    part.textContent = part.dataset.venue;
    delete part.dataset.venue;
  }
}

{# The visitor's own zone is offered for the schedule where it says another time. #}
function offerOwnZone() {
  const bar = document.querySelector(".zone");
  const starts = [...document.querySelectorAll(".schedule [data-start]")].map((slot) => slot.dataset.start);
  if (!bar || !starts.length) return;
  const isSame = starts.every((start) => inOwnZone(start) === written(start).clock);
  if (isSame || ownZone === bar.dataset.zone) return;
  bar.querySelector("button").hidden = false;
  if (isOwnZone) showChosenZone();
}

{# All times in the zone that is chosen, and the sentence and the button that say so. #}
function showChosenZone() {
  const bar = document.querySelector(".zone");
  const slots = [...document.querySelectorAll(".schedule [data-start]")];
  const names = slots.map((slot) => zoneName(new Date(slot.dataset.start), ownZone));
  const name = names.filter((one, index) => one !== names[index - 1]).join(" → ");
  for (const time of document.querySelectorAll("time.clock")) {
    say(time, isOwnZone ? inOwnZone(time.dateTime, dayAbove(time)) : null);
  }
  const own = bar.dataset.own.replace("{zone}", ownZone).replace("{name}", name);
  say(bar.querySelector(".zone-note"), isOwnZone ? own : null);
  const button = bar.querySelector("button");
  button.dataset.own ??= button.textContent;
  button.textContent = isOwnZone ? button.dataset.venue : button.dataset.own;
}

{# A reference is copied; where that is not possible, the link leads to the file that holds it. #}
function copyReference(event, link) {
  const text = document.getElementById(link.dataset.copies).textContent;
  if (!navigator.clipboard) return;
  event.preventDefault();
  const status = link.parentElement.querySelector("[role=status]");
  navigator.clipboard.writeText(text).then(
    () => { status.textContent = link.dataset.copied; },
    () => { location.href = link.href; },
  );
}

function tick() {
  const now = new Date();
  markPast(now);
  hideLate(now);
  markStep(now);
  countDown(now);
  markNow(now);
}

function arrange() {
  tick();
  offerOwnZone();
}

arrange();
setInterval(tick, MINUTE / 2);
{# A page that comes back from the browser's history, or whose text has been exchanged. #}
addEventListener("pageshow", arrange);
document.addEventListener("click", (event) => {
  {# The menu of narrow windows has done its work. #}
  if (event.target.closest?.("#menu a")) document.querySelector("#menu:popover-open")?.hidePopover();
  const copying = event.target.closest?.("a[data-copies]");
  if (copying) copyReference(event, copying);
  if (!event.target.closest?.(".zone button")) return;
  isOwnZone = !isOwnZone;
  showChosenZone();
});
{# A hidden part that an address points into is opened, and all of them for printing. #}
addEventListener("beforeprint", () => {
  for (const part of document.querySelectorAll("details")) part.open = true;
});
