/* Groups and bridges: which circles there are, and who ties one to another. Nobody is ranked: circles by letter, actors by name. */

Object.assign(state, { bridge: null });

/** The circles of which something can be said: those on the map and, for the office, those beside it, from three actors on. */
function listedCircles() {
  const there = new Set(page.picture.regions.map(({ circle }) => circle));
  return circles.filter((circle) => there.has(circle.cluster) || (office && circle.actors >= 3)).sort((a, b) => a.cluster - b.cluster);
}

/** Each circle as a link to its panel, with what it is made of. */
function circleList() {
  return element("ul", { class: "circles" }, listedCircles().map((circle) => {
    const words = [element("b", {}, letterOf(circle.cluster)), " ", circleName(circle) === null ? say("circle_column") : nameElement(circleName(circle))];
    return element("li", {}, element("span", { class: "name" }, openable(circle) ? linkButton({ onclick: () => openCircle(circle.cluster) }, words) : words, " ",
      element("span", { class: "quiet" }, circle.composition ? say(circle.composition) : "")),
    circle.actors === null ? null : element("span", { class: "count" }, circleSize(circle)),
    circleParts(circle).length ? bar("thin", circleParts(circle).map(([count, color]) => [count, `var(--${color})`])) : null);
  }));
}

/** Pairs of circles that shown ties join: {key, circles: [a, b], ties, ends: [actors of a, actors of b]}. */
function bridges() {
  const listed = new Map(listedCircles().map((circle) => [circle.cluster, circle])), pairs = new Map();
  for (const tie of ties) {
    const ends = [tie.source, tie.target].sort((a, b) => actors[a].cluster - actors[b].cluster), [a, b] = ends.map((actor) => actors[actor].cluster);
    if (!tie.counts || a === b || !listed.has(a) || !listed.has(b)) continue;
    const key = `${letterOf(a)}-${letterOf(b)}`, pair = pairs.get(key) ?? { key, circles: [listed.get(a), listed.get(b)], ties: new Set(), ends: [new Set(), new Set()] };
    pair.ties.add(tie);
    ends.forEach((actor, side) => pair.ends[side].add(actor));
    pairs.set(key, pair);
  }
  return [...pairs.values()].sort((one, other) => one.circles[0].cluster - other.circles[0].cluster || one.circles[1].cluster - other.circles[1].cluster);
}

const bridgeNow = () => (office ? undefined : bridges().find(({ key }) => key === state.bridge));
remember("bridge", () => state.bridge, (text) => { state.bridge = bridges().some(({ key }) => key === text) ? text : null; });

spotlightOn(() => {
  const found = currentPanel() === "findings" ? bridgeNow() : undefined;
  if (!found) return null;
  const ends = new Set([...found.ends[0], ...found.ends[1]]);
  return { actors: ends, ties: new Set([...found.ties].filter(tieShown)), named: byImportance.filter((actor) => ends.has(actor)) };
});

const byName = (found) => [...found].sort((a, b) => actors[a].name.localeCompare(actors[b].name, state.language));

/** A bridge: a button that puts it in the light; then the actors at its ends stand under it. */
function bridgeRow({ key, circles: pair, ends }) {
  const open = state.bridge === key, title = (circle) => [element("b", {}, letterOf(circle.cluster)), circleName(circle) === null ? "" : [" ", nameElement(circleName(circle))]];
  const list = (circle, side) => element("div", {}, element("h4", {}, title(circle)), element("ul", { class: "actors" }, byName(ends[side]).map(actorRow)));
  return element("li", { class: open ? "open" : null },
    linkButton({ class: "link bridge", "data-key": `bridge-${key}`, "aria-expanded": String(open), onclick: () => change({ bridge: open ? null : key, finding: null }) },
      element("span", { class: "name" }, title(pair[0]), " – ", title(pair[1])), element("span", { "aria-hidden": "true" }, open ? "▾" : "▸")),
    open ? element("div", { class: "ends" }, pair.map(list)) : null);
}

/** What a workshop begins with: the circles and the bridges between them. */
function groupsAndBridges() {
  if (!listedCircles().length) return null;
  const found = bridges();
  return element("article", { class: "finding groups" }, element("h2", {}, say("groups_and_bridges")), circleList(),
    element("h3", {}, say("bridges")), found.length ? [element("p", { class: "caption" }, say("bridges_mean")), element("ul", { class: "bridges" }, found.map(bridgeRow))]
      : element("p", { class: "quiet" }, say("no_bridges")));
}

/** Beside the map: which kinds of organization meet how many other kinds, by shown ties, in the order of their names. */
function fillKindsMet() {
  const met = new Map();
  for (const { source, target, counts } of ties) {
    const [a, b] = [kindOf[source], kindOf[target]];
    if (!counts || a === b || page.kinds[a].key === null || page.kinds[b].key === null) continue;
    for (const [one, other] of [[a, b], [b, a]]) met.set(one, (met.get(one) ?? new Set()).add(other));
  }
  const sorted = [...met].sort(([a], [b]) => kindLabel(page.kinds[a]).localeCompare(kindLabel(page.kinds[b]), state.language));
  byId("areas").hidden = !sorted.length;
  byId("areas").replaceChildren(...(sorted.length ? [element("section", { class: "area", "aria-label": say("kinds_met") }, element("h2", {}, say("kinds_met")),
    element("p", { class: "quiet" }, say("kinds_met_mean")), element("ul", { class: "kinds-met" }, sorted.map(([kind, others]) => element("li", {}, kindSign(kind),
      element("span", { class: "name" }, kindLabel(page.kinds[kind])), element("span", { class: "count" }, number(others.size))))))] : []));
}
