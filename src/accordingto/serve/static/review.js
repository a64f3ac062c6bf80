"use strict";
// Deciding beside the page: the panel, the keys, selected words, what others decide. Without it the same forms are pages.
(() => {
  const panel = document.getElementById("decide-panel");
  const body = document.getElementById("decide-body");
  const keys = document.getElementById("keys");
  const made = document.getElementById("made");
  const tools = document.getElementById("selected");
  if (!panel || !window.htmx) return;
  let opener = null; // what had the focus when the panel opened
  let current = null; // the item that the keys are at
  let chosen = null; // the words of a report that were selected last

  // ------------------------------------------------------------------------------------------------- the panel

  const DID = { accept: "Accepted", correct: "Corrected", reject: "Rejected", undo: "Undone", merge: "Merged", split: "Split",
    join: "Joined", part: "Parted", grade: "Graded", add: "Added" };

  const decide = (target, query) =>
    htmx.ajax("GET", `/decide/${target}${query ? "?" + new URLSearchParams(query) : ""}`, { target: "#decide-body" });

  function open() {
    if (!panel.open) {
      const focused = document.activeElement;
      opener = focused === document.body ? null : focused;
      panel.show();
      document.body.classList.add("deciding");
    }
    for (const button of body.querySelectorAll("[data-take]")) button.hidden = false;
    panel.scrollTop = 0;
    const form = body.querySelector("form");
    const first =
      body.querySelector("[role=alert]")?.closest(".since") ||
      body.querySelector("[aria-invalid]") ||
      (form && ["correct", "add"].includes(form.dataset.do) && form.querySelector("textarea, input:not([type=hidden])")) ||
      (form && form.querySelector("fieldset input:not([type=hidden])")) ||
      (form && form.querySelector(".usual button")) ||
      body.querySelector("#field-why") ||
      body.querySelector("h2");
    if (first.classList.contains("since")) first.tabIndex = -1;
    first.focus();
    // The panel takes room from the page, or covers it: what it is about comes into sight again.
    const about = body.querySelector("[data-form-target]").dataset.formTarget;
    const marked = document.querySelector("#mark .decide")?.dataset.target === about;
    const words = marked && document.querySelector("#report .figure.on, #report .content.opened");
    const shown = words || itemOf(about);
    if (shown) shown.scrollIntoView({ block: words ? "center" : "nearest" });
  }

  function close() {
    if (!panel.open) return;
    panel.close();
    document.body.classList.remove("deciding");
    body.replaceChildren();
    const back = opener && opener.isConnected ? opener : current;
    if (back && back.isConnected) back.focus();
  }

  body.addEventListener("click", (event) => {
    if (event.target.closest("[data-close]")) close();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && panel.open && !keys.open) {
      event.stopImmediatePropagation();
      close();
    }
  }, true);

  document.body.addEventListener("htmx:afterSwap", (event) => {
    if (event.detail.target !== body) return;
    const done = body.querySelector("[data-made]");
    if (done) settle(done);
    else open();
  });

  // After a decision that leaves the page as it is: new buttons, a word about it, and on with the keys.
  function settle(done) {
    const buttons = body.querySelector("template[data-buttons]").innerHTML;
    for (const block of document.querySelectorAll(`[data-target="${CSS.escape(done.dataset.made)}"]`)) {
      block.innerHTML = buttons;
      htmx.process(block);
    }
    const words = done.textContent;
    const target = done.dataset.made;
    const item = itemOf(target);
    if (opener && !opener.isConnected) opener = item;
    close();
    made.textContent = words;
    made.append(button("Undo", () => decide(target, { do: "undo" })), dismissing());
  }

  function button(words, does) {
    const one = document.createElement("button");
    one.type = "button";
    one.textContent = words;
    one.addEventListener("click", does);
    return one;
  }

  function dismissing() {
    const one = button("×", () => made.replaceChildren());
    one.setAttribute("aria-label", "Dismiss");
    return one;
  }

  // Who begins to type a reason while one of the usual ones has the focus means to write their own.
  body.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.key.length !== 1 || event.key === " ") return;
    const why = event.target.closest(".usual button") && body.querySelector("#field-why");
    if (why) why.focus();
  });

  // The page is loaded anew after the others: the keys go on where they were.
  document.body.addEventListener("htmx:beforeRequest", (event) => {
    const form = event.target.closest && event.target.closest("form.deciding");
    if (!form) return;
    try {
      sessionStorage.setItem("item", form.closest("[data-form-target]").dataset.formTarget);
    } catch {
      // Without a place to keep it, the keys begin at the first item.
    }
  });

  // A decision after which the page is loaded anew, or another one, is told there, with the way to undo it.
  document.body.addEventListener("htmx:beforeOnLoad", (event) => {
    const form = event.target.closest && event.target.closest("form.deciding");
    if (!form || event.detail.xhr.status !== 204) return;
    const about = form.closest("[data-form-target]").dataset.formTarget;
    try {
      sessionStorage.setItem("kept", JSON.stringify({ about, did: DID[form.dataset.do] || "Kept" }));
    } catch {
      // Without a place to keep it, the list of decisions tells of it.
    }
  });

  document.body.addEventListener("htmx:sendError", () => {
    made.textContent = "The program does not answer. Start it again if it has ended, then load this page anew.";
  });

  document.body.addEventListener("htmx:responseError", (event) => {
    if (event.detail.target !== body) return;
    const page = new DOMParser().parseFromString(event.detail.xhr.responseText, "text/html");
    const told = page.querySelector("[role=alert]");
    made.textContent = told ? told.textContent : "This did not work. Load the page anew and try again.";
  });

  // --------------------------------------------------------------------------------------------------- the keys

  const off = () => {
    try {
      return localStorage.getItem("keys") === "off";
    } catch {
      return false;
    }
  };

  const seen = (element) => element.getClientRects().length > 0;
  const blockIn = (item) => (item.matches("[data-target]") ? item : item.querySelector("[data-target]"));

  // What j and k go through: the marks of a report's text, else the rows and cards that can be decided about.
  function items() {
    const marks = [...document.querySelectorAll("#report a.label[href], #report a.figure[id]")].filter(seen);
    if (marks.length) return marks;
    const blocks = [...document.querySelectorAll("main .decide[data-target]")].filter(seen);
    return [...new Set(blocks.map((block) => block.closest("[data-item]") || block))];
  }

  function itemOf(target) {
    const block = document.querySelector(`main .decide[data-target="${CSS.escape(target)}"]`);
    return block && (block.closest("[data-item]") || block);
  }

  function focus(item) {
    current = item;
    if (!item.matches("a, button, input, [tabindex]")) item.tabIndex = -1;
    item.focus();
    item.scrollIntoView({ block: "nearest" });
  }

  function move(step) {
    const all = items();
    if (!all.length) return;
    const inside = document.activeElement && document.activeElement.closest("[data-item], .decide, #report a");
    // The queue shows one thing at a time: the others are on pages of their own.
    const turn = document.querySelector(`[data-queue] .turn [rel="${step > 0 ? "next" : "prev"}"]`);
    if (turn) return void turn.click();
    const at = all.indexOf(all.includes(inside) ? inside : current);
    const next = all[at < 0 ? (step > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + step, 0), all.length - 1)];
    focus(next);
    if (next.matches("#report a")) next.click();
  }

  // The target that the keys decide about: of the item in focus, of the mark that is open, or of the only one there is.
  function target() {
    const focused = document.activeElement && document.activeElement.closest("[data-item], .decide");
    const mark = document.querySelector("#mark .decide");
    const all = items();
    const item =
      (focused && blockIn(focused)) ||
      (mark && seen(mark) && mark) ||
      (current && current.isConnected && blockIn(current)) ||
      (all.length === 1 && blockIn(all[0]));
    return item ? item.dataset.target : null;
  }

  const WAYS = {
    a: () => "accept",
    r: () => "reject",
    u: () => "undo",
    e: (kind) => ({ source: "merge", report: "add", contest: "part" })[kind] || "correct",
  };

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || off()) return;
    if (event.target.closest("input, textarea, select, [contenteditable], dialog")) return;
    if (event.key === "j" || event.key === "k") {
      event.preventDefault();
      move(event.key === "j" ? 1 : -1);
    } else if (event.key === "?") {
      event.preventDefault();
      help();
    } else if (event.key in WAYS) {
      event.preventDefault();
      const about = target();
      if (about) decide(about, { do: WAYS[event.key](about.split(":")[0]) });
      else made.textContent = items().length ? "Choose something first: j goes to the next." : "There is nothing to decide about here.";
    }
  });

  function help() {
    keys.showModal();
  }
  for (const button of document.querySelectorAll("[data-keys]")) {
    button.hidden = false;
    button.addEventListener("click", help);
  }
  const box = document.getElementById("keys-on");
  box.checked = !off();
  box.addEventListener("change", () => {
    try {
      localStorage.setItem("keys", box.checked ? "on" : "off");
    } catch {
      made.textContent = "This browser keeps no settings: the keys stay on.";
      box.checked = true;
    }
  });

  // ---------------------------------------------------------------------------------------------- selected words

  // The words and line breaks of a report, put together, are its text: offsets count its code points.
  const length = (words) => [...words].length;

  function textBefore(container, node, offset) {
    const range = document.createRange();
    range.setStart(container, 0);
    range.setEnd(node, offset);
    const parts = range.cloneContents().querySelectorAll(".w, .gap");
    return [...parts].map((part) => part.textContent).join("");
  }

  function selected() {
    const selection = window.getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    const of = (node) => (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement).closest("[data-start], .report");
    const container = of(range.startContainer);
    if (!container || container !== of(range.endContainer)) return null;
    const before = textBefore(container, range.startContainer, range.startOffset);
    const words = textBefore(container, range.endContainer, range.endOffset).slice(before.length);
    const bare = words.trim();
    if (!bare) return null;
    const start = Number(container.dataset.start || 0) + length(before) + length(words) - length(words.trimStart());
    return { start, end: start + length(bare), words: bare, whole: container.matches(".report") };
  }

  document.addEventListener("selectionchange", () => {
    const now = selected();
    if (now) chosen = now;
    if (tools) tools.hidden = !(now && now.whole && report());
  });

  const report = () => document.querySelector('main .decide[data-target^="report:"]')?.dataset.target;

  if (tools) {
    // A press would take the selection away before the click comes.
    tools.addEventListener("mousedown", (event) => event.preventDefault());
    tools.addEventListener("click", (event) => {
      const what = event.target.dataset.add;
      if (what && chosen) decide(report(), { do: "add", what, start: chosen.start, end: chosen.end });
    });
  }
  body.addEventListener("mousedown", (event) => {
    if (event.target.closest("[data-take]")) event.preventDefault();
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-take]");
    if (!button) return;
    const form = button.closest("form");
    if (!chosen) {
      made.textContent = "Select the words in the report first.";
      return;
    }
    form.elements[button.dataset.take].value = chosen.words.replace(/\s+/g, " ");
    const at = form.querySelector(`input[name="${button.dataset.take}_at"]`);
    at.value = chosen.start;
  });
  for (const button of document.querySelectorAll("main [data-take]")) button.hidden = false;

  // ------------------------------------------------------------------------------------------ what others decide

  document.body.addEventListener("htmx:beforeRequest", (event) => {
    if (event.target.id === "since" && document.hidden) event.preventDefault();
  });
  document.body.addEventListener("click", (event) => {
    if (event.target.closest("[data-dismiss]")) event.target.closest("p").replaceChildren();
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-anew]");
    if (!link || link.pathname !== window.location.pathname) return;
    event.preventDefault();
    window.location.hash = link.hash;
    window.location.reload();
  });

  // --------------------------------------------------------------------------------------------------- beginning

  try {
    const item = itemOf(sessionStorage.getItem("item") || "");
    sessionStorage.removeItem("item");
    if (item) focus(item);
    const kept = JSON.parse(sessionStorage.getItem("kept") || "null");
    sessionStorage.removeItem("kept");
    if (kept) {
      const gone = /^\/contests\/./.test(window.location.pathname) && kept.about.startsWith("figure:") && !itemOf(kept.about);
      made.textContent = gone ? `${kept.did}: with that the figure is no longer in this contest.` : `${kept.did}.`;
      made.append(button("Undo", () => decide(kept.about, { do: "undo" })), dismissing());
    }
  } catch {
    // The keys begin at the first item.
  }
})();
