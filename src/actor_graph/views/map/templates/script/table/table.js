/* The table twin: the same actors in words and figures, sortable, in step with the map. */

const STATUS_ORDER = ["networked", "fragment", "isolated", "unknown"];
const has = (key) => actors.some((actor) => actor[key] !== undefined && actor[key] !== null);

/** The columns that this audience has: key, heading, what to sort by, what to show. */
function columns() {
  const known = (value) => (value === null || value === undefined ? -Infinity : value);
  const all = [
    ["actor", "column_actor", (actor) => folded(actors[actor].name), nameCell, true],
    ["kind", "column_kind", (actor) => folded(kindLabel(page.kinds[kindOf[actor]])), (actor) => kindLabel(page.kinds[kindOf[actor]]), typed],
    ["status", "column_status", (actor) => STATUS_ORDER.indexOf(actors[actor].status), (actor) => (actors[actor].status ? say(actors[actor].status) : ""), has("status")],
    ["fields", "column_fields", (actor) => (actors[actor].fields ?? []).join(), (actor) => element("bdi", { dir: "auto" }, shown((actors[actor].fields ?? []).join(", "))), !office && has("fields")],
    ["ties", office ? "column_ties" : "column_partners", (actor) => degree[actor], degreeCell, !analysis.withheld],
    ["ways", "column_ways", (actor) => known(actors[actor].betweenness), (actor) => (typeof actors[actor].betweenness === "number" ? percent(actors[actor].betweenness) : "–"), office && has("betweenness")],
    ["circle", "column_circle", (actor) => known(actors[actor].cluster), (actor) => (actors[actor].cluster ? letterOf(actors[actor].cluster) : "–"), office && has("cluster")],
    ["survey", "column_survey", (actor) => actors[actor].survey ?? "", (actor) => (actors[actor].survey ? surveyWord(actors[actor].survey, "_short") : ""), office && has("survey")],
  ];
  return all.filter(([, , , , there]) => there).map(([key, heading, by, cell]) => ({ key, heading: heading === "column_circle" ? say("circle_column") : say(heading), by, cell }));
}

const NUMBERS = new Set(["ties", "ways"]);
const cellClass = (key) => (NUMBERS.has(key) ? "number" : ["kind", "status", "fields"].includes(key) ? "wraps" : null);

function nameCell(actor) {
  const top = topDogs.get(actor), mark = top && (actors[actor].mandate ? "hub_by_mandate" : top.clear ? "central_actor" : "central_perhaps");
  return element("span", { class: "name-cell" }, actorIcon(actor),
    linkButton({ onclick: () => { select(actor); byId("upper").focus({ preventScroll: true }); } }, nameElement(actors[actor].name)),
    ...(mark ? [" ", element("span", { class: "badge" }, say(mark))] : []));
}

function degreeCell(actor) {
  if (actors[actor].status === "unknown" && !degree[actor]) return element("span", { class: "degree" }, "–");
  const length = element("span", { class: "length", "aria-hidden": "true" });
  length.style.width = `${(50 * degree[actor]) / Math.max(1, ...degree)}px`;
  return element("span", { class: "degree" }, element("span", {}, number(degree[actor])), office ? length : null);
}

function fillTable() {
  const box = byId("twin");
  if (state.view !== "table") { box.replaceChildren(); return; }
  const focused = box.contains(document.activeElement) ? document.activeElement.dataset.column : null, top = box.querySelector(".scroll")?.scrollTop;
  const list = columns(), sort = state.sort ?? (office ? { key: "ties", down: true } : { key: "actor", down: false });
  const rows = sorted(list.find(({ key }) => key === sort.key) ?? list[0], sort.down);
  const head = element("tr", {}, list.map((column) => headCell(column, sort)));
  box.replaceChildren(element("p", { class: "shown-count" }, say("actors_shown", { shown: number(rows.length), all: number(actors.length) })),
    element("div", { class: "scroll", tabindex: 0, role: "group", "aria-label": say("actors") }, element("table", { "aria-label": say("actors") },
      element("thead", {}, head), element("tbody", {}, rows.map((actor) => tableRow(actor, list))))));
  if (top) box.querySelector(".scroll").scrollTop = top;
  if (focused) box.querySelector(`[data-column="${focused}"]`)?.focus();
}

function tableRow(actor, list) {
  return element("tr", { class: actor === state.selected ? "selected" : null }, list.map(({ key, cell }, place) =>
    element(place ? "td" : "th", { scope: place ? null : "row", class: cellClass(key) }, cell(actor))));
}

function headCell({ key, heading }, sort) {
  const here = sort.key === key, direction = here ? (sort.down ? "descending" : "ascending") : "none";
  const press = () => change({ sort: { key, down: here ? !sort.down : NUMBERS.has(key) } });
  return element("th", { scope: "col", "aria-sort": direction, class: NUMBERS.has(key) ? "number" : null },
    element("button", { type: "button", "data-column": key, onclick: press }, heading,
      element("span", { "aria-hidden": "true", class: "arrow" }, here ? (sort.down ? " ▼" : " ▲") : " ↕")));
}

function sorted({ by, key }, down) {
  const found = byImportance.filter(actorShown), values = new Map(found.map((actor) => [actor, by(actor)]));
  const compare = (a, b) => (typeof a === "string" ? a.localeCompare(b, state.language) : a - b);
  return found.sort((a, b) => (down ? -1 : 1) * compare(values.get(a), values.get(b)) || (key === "actor" ? 0 : actors[a].name.localeCompare(actors[b].name, state.language)));
}
