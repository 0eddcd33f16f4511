/* The findings: words first, then a small figure that repeats them. A link beside the heading shows on the map what they speak of. */

Object.assign(state, { finding: null, plain: false });
const SHOWABLE = ["networking", "outside", "central", "composition"];
rememberWord("finding", [null, ...SHOWABLE]);
remember("plain", () => (state.plain ? "yes" : null), (text) => { state.plain = text === "yes"; });

const SAID = 5;
const FIGURES = { networking: networkingFigure, outside: () => null, central: () => null, composition: compositionFigure, chance: chanceFigure };

function fillFindings() {
  const box = byId("findings"), focused = box.contains(document.activeElement) ? document.activeElement.dataset.key : null;
  const blocks = page.findings[state.language].map(({ key, title, sentences }) =>
    element("article", { class: `finding ${key}` },
      element("div", { class: "head" }, element("h2", {}, key === "networking" && office ? element("span", { class: "key full" }) : null,
        key === "outside" ? element("span", { class: "key signal" }) : null, element("span", { class: "name" }, title)), showLink(key)),
      element("p", {}, sentences.flatMap((text) => [...sentence(text), " "])), FIGURES[key](), state.finding === key ? shownList(key) : null));
  fill(box, conditionsTold("warned", "note signal"), whatIf(), plainLanguage(), withheld(), office ? null : groupsAndBridges(), blocks, conditionsTold("supposed", "caption"), footLinks());
  box.setAttribute("aria-label", say("results"));
  if (focused) box.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
}

/** Whom or what the map shows for a finding, in words: the circles; those outside, or the central ones, as links. */
function shownList(key) {
  if (key === "composition") return circleList();
  if (key === "networking" || !canShow[key]) return null;
  return element("ul", { class: "shown-list" }, SHOWN_BY[key]().named.map((actor) =>
    element("li", {}, linkButton({ onclick: () => openActor(actor) }, nameElement(shortName(actors[actor].name))))));
}

/** Say whom the map shows now, five by name. */
function sayShown(key) {
  const named = SHOWN_BY[key]?.()?.named ?? [], rest = named.length - SAID;
  if (named.length) aloud([say("aloud_shown", { shown: named.length, all: actors.length }) + ":", named.slice(0, SAID).map((actor) => shown(actors[actor].name)).join(", "),
    rest > 0 ? say("and_more", { n: rest }) : null].filter(Boolean).join(" "));
}

/** The summary in plain language: closed it is one line. */
function plainLanguage() {
  const told = page.plain[state.language];
  return told.length ? element("details", { class: "plain", open: state.plain, ontoggle: ({ target }) => { if (target.open !== state.plain) change({ plain: target.open }); } },
    element("summary", { "data-key": "plain" }, say("plain_language")), told.map((paragraph) => element("p", {}, paragraph.map((text) => element("span", {}, text))))) : null;
}

/** What a finding speaks of, where the map can show it: {actors, ties, named}; null where it can't. */
const SHOWN_BY = {
  networking: () => {
    const part = parts(), sizes = new Map(), { largest_component_share: share, actors: all } = analysis.network;
    for (const one of part) sizes.set(one, (sizes.get(one) ?? 0) + 1);
    const [largest, size] = [...sizes].reduce((best, one) => (one[1] > best[1] ? one : best), [null, 0]);
    return typeof share === "number" && size >= 3 && size === Math.round(share * all) ? lightOn((actor) => part[actor] === largest) : null;
  },
  outside: () => (actors.some(isOutside) ? lightOn((actor) => isOutside(actors[actor])) : null),
  central: () => (topDogs.size ? { ...lightOn((actor) => topDogs.has(actor)), ties: new Set(ties.filter((tie) => tie.counts && (topDogs.has(tie.source) || topDogs.has(tie.target)))) } : null),
};
const isOutside = ({ status }) => ["isolated", "fragment"].includes(status);

/** Light on these actors and on the ties that count among them. */
function lightOn(chosenOnes) {
  const named = byImportance.filter(chosenOnes), inside = new Set(named);
  return { actors: inside, ties: new Set(ties.filter((tie) => tie.counts && inside.has(tie.source) && inside.has(tie.target))), named };
}

const canShow = Object.fromEntries(SHOWABLE.map((key) => [key, key === "composition" ? listedCircles().length > 0 : Boolean(SHOWN_BY[key]())]));

spotlightOn(() => (currentPanel() === "findings" && canShow[state.finding] ? SHOWN_BY[state.finding]?.() ?? null : null));

/** The link beside a heading: it shows on the map what the finding speaks of, opens the list of circles, or says why. */
function showLink(key) {
  const named = (words) => `${say(words)}: ${page.findings[state.language].find((one) => one.key === key).title}`;
  if (key === "chance") return PANELS.some(({ id }) => id === "meeting") && mixingTold() ? linkButton({ class: "link show", "data-key": key, "aria-label": named("show_why"),
    onclick: () => { change({ selected: null, circle: null, open: "meeting" }); byId("upper").focus(); } }, say("show_why")) : null;
  if (!canShow[key]) return null;
  const on = String(state.finding === key), list = key === "composition";
  return linkButton({ class: "link show", "data-key": key, [list ? "aria-expanded" : "aria-pressed"]: on, "aria-label": named("show_finding"),
    onclick: () => {
      change({ finding: state.finding === key ? null : key, bridge: null });
      if (state.finding === key) sayShown(key);
    } }, say("show_finding"));
}

const mixingTold = () => (analysis.mixing?.ties ?? []).flat().some((count) => typeof count === "number") && (analysis.mixing.types ?? []).length > 1;

whenever(["finding", "bridge"], () => { fillFindings(); fillAreas(); });
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && currentPanel() === "findings" && byId("suggestions").hidden && !state.about && (state.finding || state.bridge)) change({ finding: null, bridge: null });
});

/** What too few answers mean, above the findings; what is supposed in them, beneath. */
const conditionsTold = (which, look) => (page.conditions[state.language][which].length ? element("p", { class: look }, page.conditions[state.language][which].join(" ")) : null);

/** Why there are no figures, in the words of the analysis. */
function withheld() {
  return analysis.withheld ? [element("p", { class: "note" }, say("withheld"))] : [];
}

function networkingFigure() {
  if (!actors.some((actor) => actor.status) || !actors.length || !analysis.network.ties) return null;
  const count = (...statuses) => actors.filter((actor) => statuses.includes(actor.status)).length;
  const [networked, outside, unknown] = [count("networked"), count("isolated", "fragment"), count("unknown")];
  const figure = bar("tall", [[networked, "full"], [outside, "signal"], [unknown, "hatched"]]);
  return element("div", { role: "img", "aria-label": say("finding_bar", { networked, outside, unknown }) }, figure);
}

function compositionFigure() {
  const shownCircles = listedCircles().filter((circle) => (circle.actors ?? 3) >= 3 && circleParts(circle).length).slice(0, 12);
  const columns = shownCircles.map((circle) => {
    const name = circleName(circle), letter = letterOf(circle.cluster);
    const column = element("button", { type: "button", class: "circle-bar", title: name, "aria-label": [say("circle", { letter }), name].filter(Boolean).join(", "),
      onclick: () => openCircle(circle.cluster) },
      bar("tall", circleParts(circle).map(([count, color]) => [count, `var(--${color})`])), element("span", { class: "caption" }, letter));
    column.style.flexGrow = circle.actors ?? circle.members.length;
    return column;
  });
  return columns.length ? [element("div", { class: "circle-bars", role: "group", "aria-label": say("circles") }, columns),
    state.color === "kind" ? null : element("p", { class: "caption" }, say("bars_tell", { what: colorName(state.color) }))] : null;
}

function chanceFigure() {
  const { ei_index: index, ei_expected: expected, ei_low: low, ei_high: high } = analysis.network;
  const share = (value) => (1 + value) / 2, place = (value) => `${(3 + 94 * share(value)).toFixed(1)}%`;
  const interval = typeof low === "number" && typeof high === "number";
  if (typeof index !== "number" || oneKind || analysis.network.ties < 3 || (interval && share(high) - share(low) > 0.8)) return null;
  const words = interval ? say("chance", { low: Math.round(100 * share(low)), high: percent(share(high)) }) : say("chance_about", { share: percent(share(expected)) });
  const line = element("div", { class: "chance-line", "aria-hidden": "true" });
  const range = element("span", { class: interval ? "range" : "expected" }), dot = element("span", { class: "dot" });
  range.style.left = interval ? place(low) : place(expected);
  if (interval) range.style.width = `${(94 * (share(high) - share(low))).toFixed(1)}%`;
  dot.style.left = place(index);
  line.append(range, dot);
  return element("div", {}, line, chanceCaptions(share(index), interval ? (share(low) + share(high)) / 2 : share(expected), words));
}

/** The captions under the line, each under its sign, moved apart and inwards where they would meet. */
function chanceCaptions(here, chance, words) {
  const captions = [element("b", {}, say("here", { share: percent(here) })), element("span", {}, words)];
  const [low, high] = [Math.min(here, chance), Math.max(here, chance)].map((share) => 3 + 94 * share);
  const apart = Math.max(high - low, 40), middle = Math.min(Math.max((low + high) / 2, 18 + apart / 2), 78 - apart / 2);
  captions.forEach((caption, k) => { caption.style.left = `${middle + ((k === 0) === here <= chance ? -apart / 2 : apart / 2)}%`; });
  return element("p", { class: "chance-words" }, captions);
}
