/* What can be taken along: the map as picture or drawing, the table, paper. */

const EXPORTS = [["export_png", () => savePng()], ["export_svg", () => saveSvg()], ["export_csv", () => saveCsv()], ["export_print", () => print()]];

function fillExport() {
  const icon = drawn("svg", { viewBox: "0 0 16 16", "aria-hidden": "true" }, drawn("path", { d: "M8 1.5V10M4.5 6.8 8 10.2l3.5-3.4M2 11v3.5h12V11" }));
  const button = element("button", { type: "button", class: "control", id: "export-button", "aria-expanded": "false", "aria-controls": "export-list",
    "aria-label": say("export"), onclick: () => openExport(byId("export-list").hidden) },
    icon, element("span", { class: "word", "aria-hidden": "true" }, `${say("export")} `, element("span", {}, "▾")));
  fill(byId("export"), button, element("ul", { id: "export-list", hidden: true }, EXPORTS.map(([key, press]) =>
    element("li", {}, element("button", { type: "button", onclick: () => { openExport(false); byId("export-button").focus(); press(); } }, say(key))))));
}

function openExport(open) {
  byId("export-list").hidden = !open;
  byId("export-button").setAttribute("aria-expanded", String(open));
}

/** Escape and a step elsewhere close the list; arrows go through it. */
function listenToExport() {
  const box = byId("export");
  box.addEventListener("keydown", (event) => {
    const buttons = [...box.querySelectorAll("button")], step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape" && !byId("export-list").hidden) { openExport(false); byId("export-button").focus(); event.stopPropagation(); }
    else if (step) {
      openExport(true);
      buttons[(buttons.indexOf(document.activeElement) + step + buttons.length) % buttons.length].focus();
      event.preventDefault();
    }
  });
  box.addEventListener("focusout", ({ relatedTarget }) => { if (relatedTarget && !box.contains(relatedTarget)) openExport(false); });
  document.addEventListener("pointerdown", ({ target }) => { if (!box.contains(target)) openExport(false); });
}
