"use strict";
// Files can be dropped anywhere on the page: they go into the field, and nothing is sent before its button is used.
(() => {
  const field = document.getElementById("files");
  if (!field) return;
  const zone = field.closest(".drop");
  const carries = (event) => event.dataTransfer && Array.from(event.dataTransfer.types).includes("Files");
  let depth = 0;

  document.addEventListener("dragenter", (event) => {
    if (!carries(event)) return;
    depth += 1;
    zone.classList.add("over");
  });
  document.addEventListener("dragleave", (event) => {
    if (!carries(event)) return;
    depth -= 1;
    if (depth <= 0) zone.classList.remove("over");
  });
  document.addEventListener("dragover", (event) => {
    if (carries(event)) event.preventDefault();
  });
  document.addEventListener("drop", (event) => {
    if (!carries(event)) return;
    event.preventDefault();
    depth = 0;
    zone.classList.remove("over");
    field.files = event.dataTransfer.files;
    field.focus();
    field.scrollIntoView({ block: "center" });
  });
})();
