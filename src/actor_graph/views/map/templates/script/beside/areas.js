/* Beside the network: who is not yet networked, and apart from them, who has not answered yet. */

const LISTED = 30;
const DOTS = 200;

function fillAreas() {
  const box = byId("areas");
  box.hidden = !office || actors.length < 2;
  byId("further").hidden = office || !further().length;
  const scrolled = new Map([...box.querySelectorAll(".lists")].map((lists) => [lists.parentElement.dataset.area, lists.scrollTop]));
  if (office && actors.length < 2) box.replaceChildren();
  else if (office) box.replaceChildren(notYetArea(), ...(analysis.network.unknown ? [unknownArea()] : []));
  else { fillFurther(); fillKindsMet(); }
  for (const lists of box.querySelectorAll(".lists")) lists.scrollTop = scrolled.get(lists.parentElement.dataset.area) ?? 0;
  fadeAreas();
}

/** A number of actors; where the filter hides some of them, "12 of 23". */
function countedOf(shownOnes, ...status) {
  const all = actors.filter((actor) => status.includes(actor.status)).length;
  return shownOnes === all ? number(all) : say("some_of", { some: number(shownOnes), all: number(all) });
}

const withStatus = (status) => actors.map((_, actor) => actor).filter((actor) => actors[actor].status === status && actorShown(actor));
const further = () => actors.map((_, actor) => actor).filter((actor) => !onMap.has(actor) && actorShown(actor));

function notYetArea() {
  const isolated = withStatus("isolated"), fragments = withStatus("fragment"), known = analysis.network.actors - (analysis.network.unknown ?? 0);
  const count = isolated.length + fragments.length, gone = lost().size;
  const share = known ? ` (${percent(count / known)})` : "", counted = countedOf(count, "isolated", "fragment"), told = gone ? `${counted} + ${number(gone)}` : counted;
  const sum = gone ? element("p", { class: "quiet" }, say("outside_before_after", { before: number(count), n: number(gone) })) : null;
  return area("outside", "signal", told, `${count}${share}`, [isolated.map((actor) => [actor]), smallCircles(fragments)], sum,
    isolated.length ? group(say("isolated"), number(isolated.length), uncountedNote(isolated), actorList(isolated)) : null,
    fragments.length ? group(say("fragments"), fragmentCount(fragments), fragmentLists(fragments)) : null,
    count ? null : element("p", { class: "quiet" }, say("nobody_outside")));
}

function unknownArea() {
  const unknown = withStatus("unknown");
  return area("unknown_area", "hatched", countedOf(unknown.length, "unknown"), null, [unknown.map((actor) => [actor])],
    element("p", { class: "quiet" }, silentWords()), actorList(unknown));
}

/** Of those without a tie that counts: how many have named ones. */
function uncountedWords(isolated) {
  const n = isolated.filter((actor) => tiesOf[actor].length).length;
  return n ? say("isolated_uncounted", { n }) : null;
}
const uncountedNote = (isolated) => (uncountedWords(isolated) ? element("p", { class: "quiet" }, uncountedWords(isolated)) : null);

/** Those of whom nothing is known, among all who have not answered: the others are tied by what their partners said. */
function silentWords() {
  const { response_rate: rate, actors: all, unknown } = analysis.network, silent = typeof rate === "number" ? all - Math.round(rate * all) : 0;
  return silent > unknown ? say("silent_unknown", { n: unknown, silent: number(silent) }) : say("does_not_count");
}

const unfolded = new Set();
/** A box of so many names is never made lower; of a longer one these are always seen, the others by scrolling in it. */
const ROWS_SEEN = 4;

/** A box beside the network. On a phone it is one of a strip: heading and marks, its lists unfold at a touch. */
function area(title, key, count, meaning, marks, ...lists) {
  const rows = marks.flat(2).length;
  const box = element("section", { class: `area folding${key === "hatched" ? " dashed" : ""}${rows > ROWS_SEEN ? "" : " short"}`, "aria-label": say(title), "data-area": title });
  const button = element("button", { type: "button", class: "unfold", "aria-label": `${say(title)}: ${say("open_list")}`, onclick: () => {
    if (!unfolded.delete(title)) unfolded.add(title);
    show();
  } });
  const show = () => { box.classList.toggle("open", unfolded.has(title)); button.setAttribute("aria-expanded", String(unfolded.has(title))); };
  fill(box, element("h2", {}, element("span", { class: `key ${key}` }), element("span", { class: "name" }, say(title)),
    element("span", { class: "count", title: meaning }, count)), button, marks.map(strip), element("div", { class: "lists" }, lists));
  show();
  return box;
}

/** Marks in one line, those of a small circle close together. */
function strip(rowOfCircles) {
  return element("div", { class: "strip", "aria-hidden": "true" }, rowOfCircles.slice(0, LISTED).map((members) =>
    element("span", { class: members.length > 1 ? "bound" : null }, members.map((actor) => element("span", { "data-actor": actor }, actorIcon(actor))))));
}

function group(title, count, ...lists) {
  return element("div", { class: "group" }, element("h3", {}, element("span", { class: "name" }, title), element("span", { class: "count" }, count)), ...lists);
}

function actorRow(actor) {
  return element("li", { class: actor === state.selected ? "selected" : null, "data-actor": actor }, linkButton({ class: "link actor", "aria-pressed": String(actor === state.selected),
    onclick: (event) => openOrClose(actor, event.currentTarget) }, actorIcon(actor), nameElement(shortName(actors[actor].name)), invitedBeside(actor)));
}

/** Open an actor; the one that is open is closed, and its name, which is drawn anew, keeps the focus. */
function openOrClose(actor, from) {
  if (actor !== state.selected) { openActor(actor, from); return; }
  comeFrom(from);
  leave();
  focusFirst(cameFrom.again(), byId("upper"), ...lastResorts());
}

/** An actor with kind and fields beside the name, where that is all that can be told. */
function directoryRow(actor) {
  const entry = actorRow(actor), told = [typed ? kindLabel(page.kinds[kindOf[actor]]) : null, ...(actors[actor].fields ?? []).map(shown)].filter(Boolean);
  if (told.length) entry.append(element("p", { class: "caption" }, element("bdi", { dir: "auto" }, told.join(" · "))));
  return entry;
}

/** A list of actors; a long one is folded, its marks stand for it. */
function actorList(found) {
  if (found.length <= LISTED || !onMap.size) return element("ul", { class: "actors" }, found.map(actorRow));
  const marks = found.length > DOTS ? null : element("div", { class: "marks", "aria-hidden": "true" }, found.map((actor) => actorIcon(actor)));
  const list = element("ul", { class: "actors" });
  const fill = (event) => { if (event.target.open && !list.children.length) list.append(...found.map(actorRow)); };
  return element("div", {}, marks, element("details", { ontoggle: fill }, element("summary", { class: "link" }, say("open_list")), list));
}

/** The small circles: each by itself, a tie to the next in the list drawn between the marks. */
function fragmentLists(found) {
  return smallCircles(found).map((members) => element("ul", { class: "actors tied" }, members.map((actor, place) => {
    const entry = actorRow(actor);
    if (tiedTo(actor).has(members[place + 1])) entry.classList.add("joined");
    return entry;
  })));
}

const tiedTo = (actor) => new Set(tiesOf[actor].filter(({ tie }) => tie.counts).map((end) => end.actor));

function smallCircles(found) {
  const part = parts(), byPart = new Map();
  for (const actor of found) byPart.set(part[actor], [...(byPart.get(part[actor]) ?? []), actor]);
  return [...byPart.values()].map(alongTies);
}

/** The members in an order in which each is tied to the one before it, as far as there is one. */
function alongTies(members) {
  const left = new Set([...members].sort((a, b) => degree[a] - degree[b])), order = [];
  while (left.size) {
    const partners = order.length ? tiedTo(order.at(-1)) : new Set();
    const next = [...left].find((actor) => partners.has(actor)) ?? [...left][0];
    left.delete(next);
    order.push(next);
  }
  return order;
}

const fragmentCount = (found) => say("in_circles", { actors: number(found.length), n: smallCircles(found).length });

/** Outside the office: those who are not on the map, by name and without any mark. */
function fillFurther() {
  const rest = (analysis.others ?? []).filter(({ actors: count }) => count);
  const hidden = rest.length ? element("p", { class: "quiet" }, say("withheld_kinds"), " ",
    rest.map(({ type, actors: count }) => `${type === null ? say("no_kind") : shown(lookUp(page.labels[state.language].types, type) ?? type)} ${number(count)}`).join(", ")) : null;
  byId("further").hidden = !further().length && !hidden;
  byId("further").replaceChildren(element("h2", {}, say(analysis.withheld ? "actors" : "further")), element("ul", { class: "actors" }, further().map(analysis.withheld ? directoryRow : actorRow)), hidden ?? "");
}

/** Marks beside the network are faint where the light is on others; their names stay. */
function fadeAreas() {
  const light = spotlight();
  for (const entry of byId("areas").querySelectorAll("[data-actor]")) entry.classList.toggle("faint", Boolean(light) && !light.actors.has(Number(entry.dataset.actor)));
  for (const box of byId("areas").querySelectorAll(".area")) {
    const entries = [...box.querySelectorAll("[data-actor]")];
    box.classList.toggle("dim", Boolean(light) && entries.length > 0 && entries.every((entry) => entry.classList.contains("faint")));
  }
}
