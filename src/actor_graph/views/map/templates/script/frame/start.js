/* The page comes together: fill everything, listen, draw, and say when the picture stands. */

/** A number of ties as the size key writes it: up to 10 exact, beyond that rounded up to fives, tens, fifties … */
function roundedUp(value) {
  const step = [[10, 1], [50, 5], [100, 10], [500, 50]].find(([most]) => value <= most)?.[1] ?? 100;
  return Math.ceil(value / step) * step;
}

/** What the size key shows: the smallest mark on the map, the middle, the upper tenth and the largest, rounded up. */
function keySizes() {
  const found = [...onMap].map((actor) => degree[actor]).filter((count) => count > 0).sort((a, b) => a - b);
  if (!found.length || page.picture.equal_size || found.at(-1) < 2) return [];
  const quantile = (share) => found[Math.round(share * (found.length - 1))];
  const sizes = [...new Set([0, 0.5, 0.9, 1].map((share) => roundedUp(quantile(share))))];
  return sizes.filter((size, place) => place === sizes.length - 1 || sizes[place + 1] >= 1.5 * size);
}

function fillMap() {
  byId("picture").setAttribute("aria-label", say("picture"));
  byId("picture").setAttribute("aria-roledescription", say("picture_role"));
  byId("map").setAttribute("aria-label", say("map"));
  const words = sentenceOnMap();
  byId("sentence").hidden = !words;
  byId("sentence").replaceChildren(...(words ?? []));
  document.body.classList.toggle("no-ties", !onMap.size);
}

/** What stands in place of a network where there is none to draw. */
function sentenceOnMap() {
  if (analysis.withheld) return [say("withheld")];
  if (!actors.length) return [say("no_actor_sentence")];
  if (actors.length === 1) return [element("span", { class: "alone" }, actorIcon(0), linkButton({ onclick: () => select(0) }, nameElement(actors[0].name)),
    say("one_actor_sentence"))];
  if (ties.length === 0) return [element("b", {}, say("no_ties_title")), " ", say("no_ties_sentence")];
  return null;
}

/** How large a mark is with how many ties; and, while central actors are taken out, what the other signs mean. */
function fillKeys() {
  const most = Math.max(0, ...[...onMap].map((actor) => degree[actor]));
  const steps = keySizes();
  const factor = Math.min(22 / Math.sqrt(most || 1), 7), zoom = camera.network ? camera.network.getScale() : 1;
  byId("sizes").replaceChildren(...(steps.length ? [element("p", { class: "caption" }, say("sizes")), element("ul", { class: "sizes" }, steps.map((size) => {
    const r = Math.min(Math.max(5, factor * Math.sqrt(size)) * zoom, 30), side = 2 * r + 3;
    return element("li", {}, drawn("svg", { width: side, height: side, "aria-hidden": "true" },
      drawn("circle", { cx: side / 2, cy: side / 2, r, class: "size" })), element("span", {}, number(size)));
  }))] : []));
  byId("keys").replaceChildren(...(state.without ? [
    element("li", {}, element("span", { class: "disc" }), say("key_lost", { n: lost().size })),
    element("li", {}, element("span", { class: "ghost" }), say("key_removed", { n: removable.filter(takenOut).length }))] : []));
}

function fillZoom() {
  const control = (text, name, press) => element("button", { type: "button", "aria-label": name, onclick: press }, element("span", { "aria-hidden": "true" }, text));
  byId("zoom").setAttribute("aria-label", say("zoom"));
  byId("zoom").replaceChildren(control("+", say("zoom_in"), () => camera.zoom(1.25)), control("−", say("zoom_out"), () => camera.zoom(0.8)),
    control("⤢", say("fit"), camera.fit));
}

/** The parts of the state that decide what stands in the side. */
const PANEL_KEYS = ["selected", "circle", "open", "without"];

function fillAll() {
  for (const fill of [fillHeader, fillExport, fillView, fillFindings, fillLegend, fillTools, fillPanels, fillAreas, fillMap, fillZoom, fillKeys, fillTable, fillTabs]) fill();
}

function start() {
  state.hidden = nothingHidden();
  readHash();
  fillAll();
  listenToHeader();
  listenToExport();
  listenToPrinter();
  listenToSearch();
  listenToKeys();
  listenToEdges();
  whenever(["language"], fillAll);
  whenever(["view"], () => { fillView(); fillTable(); });
  whenever(["sort"], fillTable);
  whenever([...PANEL_KEYS, "legendOpen"], fillLegend);
  whenever(["hidden"], () => { fillLegend(); fillAreas(); fillTable(); });
  whenever(["steps"], fillPanels);
  whenever(PANEL_KEYS, () => { fillPanels(); fillAreas(); fillTools(); fillKeys(); fillTable(); fillTabs(); });
  whenever(["moved"], fillTools);
  whenever(["tab"], fillTabs);
  listeners.push(() => camera.redraw(), writeHash);
  addEventListener("hashchange", () => { if (readHash()) { fillAll(); camera.redraw(); } });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { paint = colors(); camera.redraw(); });
  if (!onMap.size) { settled(); return; }
  camera.start();
  camera.recall();
  camera.network.on("zoom", fillKeys);
  camera.network.once("afterDrawing", () => { fillKeys(); settled(); });
}

/** Nothing moves from here on. Where there is no network, nothing has to be drawn before. */
function settled() {
  fillEdges();
  document.documentElement.dataset.settled = "true";
}

start();
