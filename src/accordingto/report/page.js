"use strict";
// Cards and the choice of a voice. Everything that they show stands in the page already, so that it can be read,
// printed and kept where scripts do not run.
(() => {
  const report = document.getElementById("report");
  const card = document.getElementById("card");
  const status = document.getElementById("filter-status");
  const labels = Array.from(report.querySelectorAll("[data-label]"));
  const voiceOf = new Map(labels.map((label) => [label.dataset.label, label.dataset.v]));
  const partsOf = new Map(labels.map((label) => [label.dataset.label, [label]]));
  for (const part of report.querySelectorAll("[data-n]")) partsOf.get(part.dataset.n).push(part);
  let shown = null;
  let closing = 0;

  function hide() {
    window.clearTimeout(closing);
    if (shown !== null) for (const part of partsOf.get(shown)) part.classList.remove("on");
    shown = null;
    card.hidden = true;
  }

  function show(number, near) {
    window.clearTimeout(closing);
    if (shown !== number) {
      hide();
      shown = number;
      for (const part of partsOf.get(number)) part.classList.add("on");
      const entry = document.getElementById("s" + number);
      const title = document.createElement("p");
      title.className = "title";
      title.textContent = number + "  " + entry.querySelector(".who").textContent;
      const facts = entry.querySelector(".facts").cloneNode(true);
      facts.removeAttribute("id");
      card.className = "card " + entry.className.replace("statement", "");
      card.replaceChildren(title, facts);
      card.hidden = false;
    }
    place(near);
  }

  function place(near) {
    if (window.matchMedia("(max-width: 50rem)").matches) {
      card.style.left = card.style.top = "";
      return;
    }
    const gap = 10;
    const box = card.getBoundingClientRect();
    const below = near.bottom + gap;
    const above = near.top - gap - box.height;
    const top = below + box.height <= window.innerHeight || above < 0 ? below : above;
    const left = Math.min(Math.max(near.left, gap), window.innerWidth - box.width - 2 * gap);
    card.style.left = left + "px";
    card.style.top = Math.max(gap, Math.min(top, window.innerHeight - box.height - gap)) + "px";
  }

  // A statement that runs over several lines has a box for each; the card belongs to the one under the pointer.
  function lineAt(element, y) {
    const boxes = Array.from(element.getClientRects());
    return boxes.find((box) => box.top <= y && y <= box.bottom) || boxes[0] || element.getBoundingClientRect();
  }

  // From the first line of a statement to its last, so that the card covers none of them.
  function linesOf(number) {
    const boxes = partsOf.get(number).slice(1).flatMap((part) => Array.from(part.getClientRects()));
    if (!boxes.length) return partsOf.get(number)[0].getBoundingClientRect();
    return {
      left: boxes[0].left,
      top: Math.min(...boxes.map((box) => box.top)),
      bottom: Math.max(...boxes.map((box) => box.bottom)),
    };
  }

  function numberOf(target) {
    const found = target instanceof Element ? target.closest("[data-n], [data-label]") : null;
    return found && report.contains(found) ? [found, found.dataset.n || found.dataset.label] : null;
  }

  function later() {
    window.clearTimeout(closing);
    closing = window.setTimeout(hide, 180);
  }

  report.addEventListener("pointerover", (event) => {
    const found = event.pointerType === "touch" ? null : numberOf(event.target);
    if (found) show(found[1], lineAt(found[0], event.clientY));
  });
  report.addEventListener("pointerout", (event) => {
    if (event.pointerType !== "touch") later();
  });
  card.addEventListener("pointerenter", () => window.clearTimeout(closing));
  card.addEventListener("pointerleave", later);
  report.addEventListener("click", (event) => {
    if (event.target instanceof Element && event.target.closest("a.figure")) return hide();
    const found = numberOf(event.target);
    if (!found) return hide();
    if (!found[0].dataset.label) show(found[1], lineAt(found[0], event.clientY));
  });
  report.addEventListener("focusin", (event) => {
    const number = event.target.dataset.label;
    if (number) {
      show(number, linesOf(number));
    }
  });
  report.addEventListener("focusout", hide);
  window.addEventListener("scroll", () => {
    if (shown === null) return;
    if (document.activeElement.dataset.label === shown) place(linesOf(shown)); else hide();
  }, { passive: true });

  // Arrow keys go from name to name while one of them has the focus.
  report.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const here = labels.indexOf(document.activeElement);
    if (step && here >= 0 && labels[here + step]) {
      event.preventDefault();
      labels[here + step].focus();
    }
  });

  const buttons = Array.from(document.querySelectorAll("[data-voice]"));
  function choose(voice) {
    for (const button of buttons) button.setAttribute("aria-pressed", String(button.dataset.voice === voice));
    report.classList.toggle("choosing", voice !== null);
    let count = 0;
    for (const [number, parts] of partsOf) {
      const chosen = voice !== null && voiceOf.get(number) === voice;
      count += chosen ? 1 : 0;
      for (const part of parts) part.classList.toggle("chosen", chosen);
      document.getElementById("s" + number).hidden = voice !== null && !chosen;
    }
    for (const group of document.querySelectorAll("[data-group]")) {
      group.hidden = voice !== null && group.dataset.group !== voice;
    }
    const name = voice === null ? "" : buttons.find((b) => b.dataset.voice === voice).querySelector("bdi").textContent;
    if (status) {
      status.textContent = voice === null ? "" :
        `Only ${name} is marked: ${count} of ${partsOf.size}. Press Escape or the name again for all.`;
    }
  }
  for (const button of buttons) {
    button.addEventListener("click", () => {
      choose(button.getAttribute("aria-pressed") === "true" ? null : button.dataset.voice);
    });
  }
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    if (shown !== null) hide(); else choose(null);
  });

  // A table sorts by a column; without scripts it keeps the order of the text.
  function sortBy(table, head, column) {
    const rising = head.getAttribute("aria-sort") !== "ascending";
    for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", rising ? "ascending" : "descending");
    const numbers = head.dataset.sort === "number";
    const value = (row) => {
      const cell = row.cells[column];
      return numbers ? Number(cell.dataset.value || cell.textContent) : cell.innerText.trim();
    };
    const keyed = Array.from(table.tBodies[0].rows, (row) => [value(row), row]);
    // Rows of which nothing is known come last either way.
    keyed.sort(([one], [two]) => {
      if (one === "" || two === "") return (one === "") - (two === "");
      return (rising ? 1 : -1) * (numbers ? one - two : one.localeCompare(two));
    });
    table.tBodies[0].append(...keyed.map(([, row]) => row));
  }
  for (const table of document.querySelectorAll("table.sortable")) {
    Array.from(table.tHead.rows[0].cells).forEach((head, column) => {
      if (!head.dataset.sort) return;
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = head.textContent;
      button.addEventListener("click", () => sortBy(table, head, column));
      head.replaceChildren(button);
    });
  }

  // What is folded away is printed too.
  const folds = Array.from(document.querySelectorAll("details"));
  window.addEventListener("beforeprint", () => {
    hide();
    for (const fold of folds) { fold.dataset.was = String(fold.open); fold.open = true; }
  });
  window.addEventListener("afterprint", () => {
    for (const fold of folds) fold.open = fold.dataset.was === "true";
  });
})();
