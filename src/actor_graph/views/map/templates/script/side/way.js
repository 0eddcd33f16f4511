/* The shortest way from the chosen actor to another, asked at the foot of its panel and drawn over the map. */

remember("steps", () => (state.steps === 1 ? null : String(state.steps)), (text) => { state.steps = text === "2" ? 2 : 1; });
remember("way-to", () => (state.wayTo === null || state.selected === null ? null : actors[state.wayTo].id),
  (text) => { state.wayTo = placeOf.get(text) ?? null; });

/** What a way may lead over: ties that count and are shown. */
const passable = (tie) => tie.counts && tieShown(tie);

/** The way that is asked for: {actors, ties, count}, null where there is none, undefined where none is asked for. */
const wayCache = { key: null, way: undefined };
function wayNow() {
  if (wayCache.key !== state.changes) {
    const asked = state.selected !== null && state.wayTo !== null && state.wayTo !== state.selected;
    Object.assign(wayCache, { key: state.changes, way: asked ? shortestWay(state.selected, state.wayTo, passable) : undefined });
  }
  return wayCache.way;
}

spotlightOn(() => {
  const way = wayNow();
  return way?.actors.every((actor) => onMap.has(actor)) ? { actors: new Set(way.actors), ties: new Set(way.ties), named: way.actors, way: true } : null;
}, true);

const asksWay = (actor) => !analysis.withheld && tiesOf[actor].some(({ tie }) => tie.counts);

/** The field at the foot of the panel and, once it is answered, the way. */
function wayPart(actor) {
  if (!asksWay(actor)) return null;
  const field = element("input", { type: "text", id: "way-to", role: "combobox", autocomplete: "off", spellcheck: "false", placeholder: say("way_placeholder"),
    "aria-labelledby": "way-title", "aria-controls": "way-suggestions", "aria-autocomplete": "list", "aria-expanded": "false" });
  const list = element("ul", { id: "way-suggestions", role: "listbox", "aria-label": say("suggestions"), hidden: true });
  suggestIn(field, list, { among: (other) => other !== actor, take: askWay });
  return element("div", { class: "partners way" }, element("h3", { id: "way-title" }, say("way_to")),
    element("div", { class: "suggesting" }, field, list), wayAnswer());
}

function askWay(to) {
  const hidden = !actorShown(to);
  if (hidden) showAll();
  change({ wayTo: to });
  const box = byId("way"), said = box.querySelector("p").textContent;
  aloud(hidden ? `${say("shown_again")} ${said}` : said);
  if (wayNow()?.actors.some((actor) => onMap.has(actor) && !camera.sees(actor))) camera.fit();
  box.focus({ preventScroll: true });
  box.scrollIntoView({ block: "nearest" });
}

function wayAnswer() {
  const way = wayNow();
  if (way === undefined) return null;
  const name = () => nameElement(actors[state.wayTo].name);
  const clear = element("button", { type: "button", class: "clear", "aria-label": say("way_clear"),
    onclick: () => { change({ wayTo: null }); byId("way-to").focus(); } }, element("span", { "aria-hidden": "true" }, "×"));
  if (!way) return element("div", { id: "way", tabindex: -1 }, element("div", { class: "way-head" }, element("p", {}, name(), ": ", noWay()), clear));
  const steps = way.ties.length, equal = way.count < 2 ? null
    : element("p", { class: "caption" }, way.count > 1000 ? say("way_many") : say("way_equal", { n: number(way.count) }));
  return element("div", { id: "way", tabindex: -1 }, element("div", { class: "way-head" }, element("p", {}, name(), ": ", element("b", {}, say("way_steps", { n: steps }))), clear),
    equal, element("ol", {}, way.actors.map((actor, place) => wayStop(actor, way.ties[place]))));
}

/** Why there is no way: with the central actors taken out or a filter set, it may be because of that. */
function noWay() {
  return [say(state.without ? "way_none_without" : "way_none"), filtered() ? say("way_filtered") : ""].filter(Boolean).join(" ");
}

/** One on the way, and the tie that leads on from there. */
function wayStop(actor, tie) {
  const told = tie && [tie.intensity ? intensityLabel(tie.intensity) : null, ...tie.kinds.map(tieKindLabel), tie.oneSided ? say("one_sided") : null].filter(Boolean).join(", ");
  return element("li", {}, element("div", { class: "stop" }, actorIcon(actor),
    actor === state.selected ? element("b", {}, nameElement(actors[actor].name)) : linkButton({ onclick: () => openActor(actor) }, nameElement(actors[actor].name))),
  tie ? element("div", { class: "leads caption" }, tieIcon(tie, 30), told || say("tie")) : null);
}
