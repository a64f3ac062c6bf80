// Draws the charts of a page by Vega-Lite. What the server has drawn stays in the page: for print, and without scripts.
import { expressionInterpreter } from "/static/vega/vega-interpreter.js";

const NARROW = matchMedia("(max-width: 40rem)");
const DARK = matchMedia("(prefers-color-scheme: dark)");

// The colours that a chart's file has, and the variables of page.css that a page puts in their place, by day and night.
const COLOURS = {
  "#0b5a9c": "hue0", "#a33d00": "hue1", "#00664a": "hue2", "#8a2f7a": "hue3", "#755600": "hue4", "#a3184a": "hue5",
  "#006578": "hue6", "#5c5c5c": "huex", "#1f1d1a": "ink", "#0b4f87": "link", "#635d54": "soft", "#ddd8cd": "rule",
  "#ffffff": "paper",
};

function themed(spec) {
  const style = getComputedStyle(document.documentElement);
  const now = (value) => (Object.hasOwn(COLOURS, value) ? style.getPropertyValue(`--${COLOURS[value]}`).trim() : value);
  return JSON.parse(JSON.stringify(spec), (_key, value) => (typeof value === "string" ? now(value) : value));
}

async function draw(figure) {
  const answer = await fetch(`${figure.dataset.chart}${NARROW.matches ? "&narrow=1" : ""}`);
  if (!answer.ok) return;
  const spec = themed(await answer.json());
  spec.background = "transparent";
  let box = figure.querySelector(".chart");
  if (!box) {
    box = document.createElement("div");
    box.className = "chart";
    figure.append(box);
  }
  figure.classList.add("drawn");
  const beside = figure.dataset.beside && !NARROW.matches ? 330 : 60;
  spec.width = Math.max(Math.min(box.clientWidth, 800) - beside, 180);
  figure.view?.finalize();
  figure.view = new vega.View(vega.parse(vegaLite.compile(spec).spec, null, { ast: true }), {
    expr: expressionInterpreter, renderer: "svg", container: box, hover: true,
  });
  await figure.view.runAsync();
}

function drawAll() {
  for (const figure of document.querySelectorAll("figure[data-chart]")) {
    draw(figure).catch((error) => {
      figure.classList.remove("drawn");
      console.warn("The chart stays as the server drew it:", error);
    });
  }
}

NARROW.addEventListener("change", drawAll);
DARK.addEventListener("change", drawAll);
drawAll();
