// A form with a file works without this script. With it one sees how far a large file is, and a file that is too large
// is not sent at all.
"use strict";

const MEGABYTE = 1024 * 1024;
const WENT_AWAY = "De verbinding viel weg. Er is niets toegevoegd. Probeer het opnieuw.";

function megabytes(bytes) {
  return (bytes / MEGABYTE).toFixed(1).replace(".", ",");
}

function say(form, text) {
  const place = form.querySelector("[data-bericht]");
  place.textContent = text;
  place.hidden = !text;
  if (text) form.querySelector("[data-voortgang]").hidden = true;
}

function allowAgain(form) {
  form.dispatchEvent(new CustomEvent("htmx:afterRequest", { bubbles: true }));
}

function show(form, loaded, total) {
  const part = form.querySelector("[data-voortgang]");
  part.hidden = false;
  part.querySelector("progress").value = (100 * loaded) / total;
  part.querySelector("[data-stand]").textContent =
    loaded < total ? `${megabytes(loaded)} van ${megabytes(total)} MB` : "Houvast kijkt het bestand na";
}

// The answer is a page: where to go, or this page with what is wrong.
function read(form, request) {
  const next = request.getResponseHeader("HX-Redirect");
  if (next) {
    location.assign(next);
    return;
  }
  const page = new DOMParser().parseFromString(request.responseText, "text/html");
  const main = page.querySelector("main");
  if (!main) {
    say(form, WENT_AWAY);
    allowAgain(form);
    return;
  }
  document.title = page.title;
  document.querySelector("main").replaceWith(main);
  (main.querySelector("[role=alert][tabindex], .houvast-foutsamenvatting") || main).focus();
  scrollTo(0, 0);
}

function send(form) {
  const request = new XMLHttpRequest();
  request.open("POST", form.action || location.href);
  request.setRequestHeader("HX-Request", "true");
  request.upload.addEventListener("progress", (event) => {
    if (event.lengthComputable) show(form, event.loaded, event.total);
  });
  request.addEventListener("load", () => read(form, request));
  request.addEventListener("error", () => {
    say(form, WENT_AWAY);
    allowAgain(form);
  });
  request.send(new FormData(form));
}

document.addEventListener("submit", (event) => {
  const form = event.target.closest("[data-uploaden]");
  if (!form || event.defaultPrevented) return;
  const field = form.querySelector("input[type=file]");
  const file = field.files[0];
  if (!file) return;
  event.preventDefault();
  const most = Number(field.dataset.hoogstens);
  if (file.size > most) {
    say(form, `Het bestand is ${megabytes(file.size)} MB. Ten hoogste ${Math.round(most / MEGABYTE)} MB mag.`);
    allowAgain(form);
    field.focus();
    return;
  }
  say(form, "");
  send(form);
});
