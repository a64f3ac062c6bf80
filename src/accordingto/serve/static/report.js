"use strict";
// A mark of the text opens its panel beside the text. Without scripts its link leads to the report with the panel open.
(() => {
  const panel = document.getElementById("mark");
  const report = document.getElementById("report");
  if (!panel || !report) return;
  const home = window.location.pathname.split("/").slice(0, 3).join("/");
  let opener = null;

  function lit(place) {
    for (const part of report.querySelectorAll(".figure.on, .content.opened")) part.classList.remove("on", "opened");
    const label = place && document.getElementById(place);
    if (!label) return null;
    if (label.classList.contains("figure")) label.classList.add("on");
    for (const part of report.querySelectorAll(`[data-n="${label.dataset.label}"].content`)) part.classList.add("opened");
    return label;
  }

  // The panel lies over the right or the lower part of the page, where it may hide the very words it is about.
  function reveal(label) {
    if (!label) return;
    const words = label.getBoundingClientRect();
    const over = panel.getBoundingClientRect();
    const hidden = words.top < 0 || words.bottom > window.innerHeight || (words.bottom > over.top && words.right > over.left);
    if (hidden) label.scrollIntoView({ block: over.top > 0 ? "start" : "center" });
  }

  function place() {
    const close = panel.querySelector(".close");
    return close && close.hash.slice(1);
  }

  function shut() {
    panel.hidden = true;
    panel.replaceChildren();
    lit(null);
    window.history.replaceState(window.history.state, "", home);
    if (opener && opener.isConnected) opener.focus();
  }

  document.body.addEventListener("htmx:beforeRequest", (event) => {
    if (event.detail.target === panel && report.contains(event.target)) opener = event.target;
  });
  document.body.addEventListener("htmx:afterSwap", (event) => {
    if (event.detail.target !== panel) return;
    panel.hidden = false;
    panel.scrollTop = 0;
    reveal(lit(place()));
    window.history.replaceState(window.history.state, "", event.detail.pathInfo.requestPath);
    const title = panel.querySelector("h2");
    if (title) title.focus({ preventScroll: true });
  });
  // What has gone meanwhile is told on a page of its own.
  document.body.addEventListener("htmx:responseError", (event) => {
    if (event.detail.target === panel) window.location.assign(event.detail.pathInfo.requestPath);
  });
  panel.addEventListener("click", (event) => {
    if (!event.target.closest(".close")) return;
    event.preventDefault();
    shut();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !panel.hidden && !document.querySelector("dialog[open]")) shut();
  });

  // Words of a statement open it as its name in the margin does; not while words are being selected.
  report.addEventListener("click", (event) => {
    if (event.target.closest("a")) return;
    const marks = event.target.closest("[data-n]");
    if (!marks || !window.getSelection().isCollapsed) return;
    const label = document.getElementById("l" + marks.dataset.n);
    if (label) label.click();
  });

  if (!panel.hidden) {
    const label = lit(place());
    if (!window.location.hash) reveal(label);
  }
})();
