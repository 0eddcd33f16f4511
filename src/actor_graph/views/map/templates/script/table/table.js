/* The table twin: the same actors in words and figures, sortable, in step with the map. */

const AT_ONCE = 300;
const SLICE = 150;
const mostTies = Math.max(1, ...degree);
const drawnTable = { of: null, turn: 0, rows: new Map() };
const icons = new Map();

/** The mark of an actor; drawn once for all that look alike. */
function rowIcon(actor) {
  const key = `${kindOf[actor]} ${actors[actor].status === "unknown"}`;
  if (!icons.has(key)) icons.set(key, actorIcon(actor));
  return icons.get(key).cloneNode(true);
}

function nameCell(actor) {
  const mark = markWord(actor);
  return element("span", { class: "name-cell" }, rowIcon(actor), linkButton({ "data-actor": actor }, nameElement(actors[actor].name)),
    mark ? [" ", element("span", { class: "badge" }, say(mark))] : null);
}

function degreeCell(actor) {
  if (nothingKnown(actor) || untold(actor)) return element("span", { class: "degree" }, "–");
  const length = office ? element("span", { class: "length", "aria-hidden": "true" }) : null;
  if (length) length.style.width = `${(50 * degree[actor]) / mostTies}px`;
  return element("span", { class: "degree" }, element("span", {}, number(degree[actor])), length);
}

function fillTable() {
  const box = byId("twin");
  if (state.view !== "table") { box.replaceChildren(); drawnTable.of = null; return; }
  const now = [state.language, state.hidden, state.named, state.sort, state.columns];
  if (drawnTable.of?.every((one, place) => one === now[place])) { markRow(); return; }
  const opens = !drawnTable.of, { scrollTop: top, scrollLeft: aside } = box.querySelector(".scroll") ?? {}, rows = sortedActors();
  const focused = box.contains(document.activeElement) ? document.activeElement.dataset.column : null;
  drawnTable.of = now;
  if (!byId("table-bar")) box.prepend(element("div", { id: "table-bar", class: "table-bar" }));
  fillBar(rows.length);
  const scroll = element("div", { class: "scroll", tabindex: 0, role: "group", "aria-label": say("actors"), onscroll: fillSides, onfocusin: comeOut }, rows.length ? tableOf(rows) : nobody());
  box.querySelector(".scroll")?.remove();
  box.append(scroll);
  if (top) scroll.scrollTop = top;
  if (aside) scroll.scrollLeft = aside;
  if (focused) box.querySelector(`[data-column="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
  markRow();
  if (opens) showRow();
  fillSides();
}

/** In place of rows, where no actor passes. */
function nobody() {
  return element("p", { class: "nobody" }, actors.length ? say("nobody_fits") : nobodyThere(), " ",
    actors.length ? linkButton({ onclick: () => { showAll(); byId("twin").querySelector(".scroll").focus(); } }, say("show_all")) : null);
}

/** The table of these rows. Of many, the first are there at once and the rest follows while the reader reads. */
function tableOf(found) {
  const list = tableColumns(), body = element("tbody", { onclick: chooseRow }), turn = (drawnTable.turn += 1);
  drawnTable.rows = new Map();
  const add = (from, to) => body.append(...found.slice(from, to).map((actor) => tableRow(actor, list)));
  const follow = (from) => {
    if (turn !== drawnTable.turn || from >= found.length) { body.removeAttribute("aria-busy"); return; }
    add(from, from + SLICE);
    setTimeout(follow, 0, from + SLICE);
  };
  add(0, found.length <= AT_ONCE ? found.length : SLICE);
  if (found.length > AT_ONCE) { body.setAttribute("aria-busy", "true"); setTimeout(follow, 0, SLICE); }
  return element("table", { "aria-label": say("actors"), "aria-rowcount": found.length + 1 }, element("thead", {}, element("tr", {}, list.map((column) => headCell(column, sortNow())))), body);
}

function tableRow(actor, list) {
  const made = element("tr", {}, list.map((column, place) => element(place ? "td" : "th", { scope: place ? null : "row",
    class: isNumber(column) ? "number" : column.wraps ? "wraps" : null }, column.cell ? column.cell(actor) : isNumber(column) && typeof column.of(actor) !== "string" ? cellText(column, actor) : element("bdi", { dir: "auto" }, cellText(column, actor)))));
  drawnTable.rows.set(actor, made);
  return made;
}

function headCell(column, sort) {
  const { key, title } = column, here = sort.key === key, direction = here ? (sort.down ? "descending" : "ascending") : "none";
  const press = () => change({ sort: { key, down: here ? !sort.down : isNumber(column) } });
  return element("th", { scope: "col", "aria-sort": direction, class: isNumber(column) ? "number" : null },
    element("button", { type: "button", "data-column": key, onclick: press }, title(),
      element("span", { "aria-hidden": "true", class: "arrow" }, here ? (sort.down ? " ▼" : " ▲") : " ↕")));
}

/** A click on a name opens its actor. */
function chooseRow(event) {
  const pressed = event.target.closest("[data-actor]");
  if (!pressed) return;
  comeFrom(pressed);
  select(Number(pressed.dataset.actor));
  focusFirst(byId("upper"), pressed);
}

/** Mark the row of the chosen actor. */
function markRow() {
  const row = drawnTable.rows.get(state.selected), before = byId("twin").querySelector("tr.selected");
  if (before !== row) { before?.classList.remove("selected"); before?.removeAttribute("aria-current"); }
  row?.classList.add("selected");
  row?.setAttribute("aria-current", "true");
}

const showRow = () => drawnTable.rows.get(state.selected)?.scrollIntoView({ block: "center", inline: "nearest" });

/** Where the table is wider than its box, the edge behind which it goes on fades. */
function fillSides() {
  const box = byId("twin").querySelector(".scroll");
  if (!box) return;
  const aside = Math.abs(box.scrollLeft), more = [aside > 2 && "before", box.scrollWidth - box.clientWidth - aside > 2 && "after"].filter(Boolean).join(" ");
  if ((box.dataset.aside ?? "") !== more) box.dataset.aside = more;
}

whenever(["columns"], fillTable);
addEventListener("resize", fillSides);
