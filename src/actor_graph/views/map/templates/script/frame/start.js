/* The page comes together: fill everything, listen, draw, and say when the picture stands. */

function fillMap() {
  byId("picture").setAttribute("aria-label", say("picture"));
  byId("picture").setAttribute("aria-roledescription", say("picture_role"));
  byId("map").setAttribute("aria-label", say("map"));
  const words = sentenceOnMap();
  byId("sentence").hidden = !words;
  byId("sentence").replaceChildren(...(words ?? []));
  document.body.classList.toggle("no-ties", !onMap.size);
}

/** That nobody is recorded, or that nobody who is has agreed to be named. */
const nobodyThere = () => say((analysis.others ?? []).some(({ actors: count }) => count !== 0) ? "nobody_named_sentence" : "no_actor_sentence");

/** What stands in place of a network where there is none to draw. */
function sentenceOnMap() {
  if (analysis.withheld) return [say("withheld")];
  if (!actors.length) return [nobodyThere()];
  if (actors.length === 1) return [element("span", { class: "alone" }, actorIcon(0), linkButton({ onclick: () => select(0) }, nameElement(actors[0].name)),
    say("one_actor_sentence"))];
  if (ties.length === 0) return [element("b", {}, say("no_ties_title")), " ", say("no_ties_sentence")];
  return null;
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
  for (const fill of [fillHeader, fillExport, fillView, fillFindings, fillTools, fillLegend, fillPanels, fillAreas, fillMap, fillZoom, fillKeys, fillTable, fillTabs]) fill();
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
  whenever(["steps", "wayTo", "hidden"], (changed) => { if (!PANEL_KEYS.some((key) => changed.has(key)) && ["actor", "circle"].includes(currentPanel())) fillPanels(); });
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
  camera.unseen = !byId("canvas").clientWidth;
  if (camera.unseen) settled();
}

/** Nothing moves from here on. Where there is no network, or the table stands in its place, nothing has to be drawn before. */
function settled() {
  fillEdges();
  document.documentElement.dataset.settled = "true";
}

start();
