// Houvast works without this file. It sends a form once, lets keys press buttons where a page asks for it, and prints.
"use strict";

// A form is sent once, however often one clicks. Coming back to the page makes it whole again.
const sent = new WeakSet();

document.addEventListener("submit", (event) => {
  if (sent.has(event.target)) {
    event.preventDefault();
    event.stopPropagation();
    return;
  }
  sent.add(event.target);
  event.target.setAttribute("aria-busy", "true");
}, true);

function release(form) {
  sent.delete(form);
  form.removeAttribute("aria-busy");
}

window.addEventListener("pageshow", () => document.querySelectorAll("form[aria-busy]").forEach(release));
document.addEventListener("htmx:afterRequest", (event) => {
  const form = event.target.closest("form");
  if (form) release(form);
});

// data-toets="1" on a button or link: the key presses it, unless somebody is typing.
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  if (event.target.closest("input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]")) return;
  const key = CSS.escape(event.key.toLowerCase());
  const target = document.querySelector(`[data-toets="${key}"]`);
  if (!target) return;
  event.preventDefault();
  if (target.matches("input:not([type=submit], [type=button]), select, textarea")) target.focus();
  if (!target.matches("input:not([type=submit], [type=button], [type=radio], [type=checkbox]), select, textarea")) target.click();
});

// On a page with keys, Escape leaves a field, so that the keys work again.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !document.querySelector("[data-toets]")) return;
  if (event.target.matches("input, select, textarea")) event.target.blur();
});

// data-in-beeld: what is open is brought into view in a list that scrolls by itself; the page stays where it is.
for (const open of document.querySelectorAll("[data-in-beeld]")) {
  const list = open.closest("ol, ul");
  const above = open.getBoundingClientRect().top - list.getBoundingClientRect().top;
  list.scrollTop += above - (list.clientHeight - open.offsetHeight) / 2;
}

// data-afdrukken: a button that only works with this file, so it shows only then.
for (const button of document.querySelectorAll("[data-afdrukken]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
