/* The actor's panel: who this is, why it is marked, what it offers, what its figures mean, who its partners are. */

panel("actor", () => state.selected !== null, (box) => {
  const actor = state.selected, about = actors[actor];
  box.setAttribute("aria-label", say("actor"));
  fill(box, backLink(),
    element("h2", {}, actorIcon(actor), nameElement(about.name)),
    element("p", { class: "under" }, underName(actor)),
    why(actor).map((text) => element("p", { class: "why" }, sentence(text))),
    description(about, actor), figures(actor), allFigures(actor), closed.has(actor) && !analysis.withheld ? element("p", { class: "quiet" }, say("ties_not_published")) : null, partnerLists(actor), secondStep(actor), wayPart(actor));
});

/** Kind, circle (a link to its panel) and survey status, as far as they are known. */
function underName(actor) {
  const { survey, cluster } = actors[actor], circle = circles.find((one) => one.cluster === cluster);
  const kinds = (actors[actor].types ?? [actors[actor].type ?? null]).map((key) =>
    (kindPlace.has(key) ? kindLabel(page.kinds[kindPlace.get(key)]) : shown(lookUp(page.labels[state.language].types, key) ?? key)));
  const toCircle = () => circleLink(circle, say("circle", { letter: letterOf(cluster) }), circle.name ? [" (", nameElement(circle.name), ")"] : "");
  return [typed ? kinds.join(", ") : null, office && circle ? toCircle() : null, survey ? surveyWord(survey) : null]
    .filter(Boolean).flatMap((part, place) => (place ? [" · ", part] : [part]));
}

/** The word for a survey status; `form` asks for a shorter one where there is one. */
const surveyWord = (survey, form = "") => {
  const key = [`survey_${survey}${form}`, `survey_${survey}`].find((one) => WORD_COLUMNS.get("survey").includes(survey) && Object.hasOwn(page.words, one));
  return key ? say(key) : shown(survey);
};

/** Why the map marks an actor, sentence by sentence. */
function why(actor) {
  const about = actors[actor], top = topDogs.get(actor), texts = office && about.objected ? [say("why_objected")] : [];
  if (top) {
    const chance = top.clear ? "" : ` ${say("why_chance", { p: number(about.degree_p ?? 1, 2) })}`;
    texts.push(about.mandate ? say("why_mandate") : say("why_central") + chance);
  } else if (office && about.mandate) texts.push(say("why_mandate"));
  if (["isolated", "fragment", "unknown"].includes(about.status))
    texts.push(say(about.status === "unknown" && degree[actor] ? "why_unknown_tied" : about.status === "isolated" && tiesOf[actor].length ? "why_isolated_uncounted" : `why_${about.status}`) + (about.status !== "unknown" && about.status_certain === false ? ` ${say("not_certain")}` : ""));
  if (invited) texts.push(say(`why_invited_${invitedStates[actor]}`, { n: invitedPartners(actor) }));
  return texts;
}

const TOLD = office ? ["fields", "needs", "offers", "languages", "countries", "place", "website"] : ["fields"];

/** What is told about an actor; outside the office its fields alone. */
function description(about, place) {
  const text = (value) => [value].flat().filter((part) => part !== null && part !== undefined).join(", ").trim();
  const given = (value) => text(value) !== "";
  const rows = TOLD.filter((key) => given(about[key]))
    .map((key) => [say(key), text(about[key])]);
  const asked = shownColumns.filter(({ key }) => !TOLD.includes(key) && key !== "description"), names = new Set(asked.map(({ name }) => name()));
  rows.push(...asked.filter(({ told }) => given(told(place))).map(({ name, told, write }) => [name(), write(told(place))]));
  if (office) rows.push(...Object.entries(about.attributes ?? {}).filter(([key, value]) => given(value) && !names.has(shown(key))).map(([key, value]) => [shown(key), text(value)]));
  const told = office && given(about.description) ? element("p", { class: "told", dir: "auto" }, shown(about.description)) : null;
  if (!rows.length) return told ?? element("p", { class: "quiet" }, say("nothing_given"));
  return element("div", {}, told, element("dl", {}, rows.map(([key, value]) =>
    [element("dt", {}, key), element("dd", {}, element("bdi", { dir: "auto" }, shown(value)))])));
}

/** Up to three figures, each with its meaning. */
function figures(actor) {
  const about = actors[actor], average = analysis.network.average_degree, top = topDogs.get(actor), rows = [];
  if (about.status === "unknown") return null;
  if (degree[actor])
    rows.push([number(degree[actor]), typeof average === "number" && office
      ? say("figure_partners", { n: degree[actor], average: number(average, 1) }) : say("figure_partners_alone", { n: degree[actor] })]);
  if (office && degree[actor]) {
    if (typeof about.betweenness === "number") rows.push([percent(about.betweenness), say("figure_ways")]);
    if (top?.cut_off) rows.push(top.cut_off.length ? [number(top.cut_off.length), say("figure_lost", { n: top.cut_off.length })]
      : [say("figure_nobody"), say("figure_nobody_lost")]);
    else if (typeof about.bridges_clusters === "number") rows.push([number(about.bridges_clusters), say("figure_bridges", { n: about.bridges_clusters })]);
  }
  return rows.length ? element("ul", { class: "figures" }, rows.map(([value, text]) =>
    element("li", {}, element("b", {}, value), element("span", {}, text)))) : null;
}

/** Every measure of the actor and what it means, for the office that asks for it. */
function allFigures(actor) {
  if (!office || !degree[actor]) return null;
  const { brokerage, normalized_degree: reach, degree_p: p } = actors[actor];
  const rows = [...MEASURES.filter(({ of }) => of(actor) !== null).map(({ name, means, of, write }) => [name(), write(of(actor)), means()]),
    ...[["normalized_degree", reach, percent], ["degree_p", p, (value) => (value < 0.001 ? `< ${number(0.001, 3)}` : number(value, value < 0.1 ? 3 : 2))],
      ...Object.entries(brokerage ?? {}).map(([role, value]) => [role, value, number])]
      .filter(([, value]) => typeof value === "number").map(([key, value, write]) => [say(`measure_${key}`), write(value), say(`means_${key}`)])];
  return element("details", { class: "all-figures", id: "all-figures", open: state.allFigures, ontoggle: (event) => { state.allFigures = event.target.open; } },
    element("summary", { id: "all-figures-head", class: "link" }, say("all_figures")), element("dl", {}, rows.map(([name, value, meaning]) =>
      element("div", {}, element("dt", {}, name), element("dd", { class: "value" }, value), element("dd", { class: "caption" }, meaning)))));
}

/** Partners by intensity, each a button with the line as the map draws it; ties that don't count apart. */
function partnerLists(actor) {
  const step = ({ tie }) => (tie.intensity === null ? Infinity : page.scale.indexOf(tie.intensity));
  const sorted = [...tiesOf[actor]].sort((a, b) => step(a) - step(b) || byImportance.indexOf(a.actor) - byImportance.indexOf(b.actor));
  const [counting, other] = [sorted.filter(({ tie }) => tie.counts), sorted.filter(({ tie }) => !tie.counts)];
  const list = (title, found, beside) => element("div", { class: "partners" }, element("div", { class: "partners-head" }, element("h3", {}, title), beside), beside ? toSecondStep(actor) : null,
    element("ul", {}, found.map(partnerRow)));
  return [counting.length ? list(say("partners", { n: counting.length }), counting, stepsChoice()) : null,
    other.length ? list(say("other_ties", { n: other.length }), other) : null];
}

function partnerRow({ actor, tie }) {
  const told = [tie.intensity ? intensityLabel(tie.intensity) : null, ...tie.kinds.map(tieKindLabel), tie.oneSided ? say("one_sided") : null].filter(Boolean).join(", ");
  return element("li", {}, actorIcon(actor), linkButton({ onclick: () => openActor(actor) }, nameElement(actors[actor].name), invitedBeside(actor)),
    element("span", { class: "line-sign", title: told }, tieIcon(tie, 30), element("span", { class: "hidden" }, told)));
}

/** How far the picture and the panel look: the partners, or theirs as well. */
function stepsChoice() {
  return element("select", { id: "steps", class: "steps", "aria-label": say("steps"), onchange: (event) => { change({ steps: Number(event.target.value) }); saySecondStep(); } },
    [1, 2].map((n) => element("option", { value: n, selected: n === state.steps }, say("steps_away", { n }))));
}

/** With two steps: how many one reaches over a partner, and the way to their list below all partners. */
function toSecondStep(actor) {
  if (state.steps !== 2) return null;
  const n = overPartners(actor, passable).size;
  return n ? linkButton({ id: "to-second", class: "link to-second", onclick: () => { byId("second").focus({ preventScroll: true }); byId("second").scrollIntoView({ block: "start" }); } },
    say("over_partner", { n: number(n) }), element("span", { "aria-hidden": "true" }, " ↓")) : element("p", { class: "caption" }, say("over_nobody"));
}

function saySecondStep() {
  const n = state.steps === 2 ? overPartners(state.selected, passable).size : 0;
  aloud(n ? say("over_partner", { n: number(n) }) : state.steps === 2 ? say("over_nobody") : say("partners", { n: degree[state.selected] }));
}

/** Whom one reaches over a partner, by name, and over whom where there is one only. */
function secondStep(actor) {
  if (state.steps !== 2) return null;
  const over = overPartners(actor, passable), name = (one) => folded(actors[one].name);
  const found = [...over.keys()].sort((a, b) => name(a).localeCompare(name(b), state.language));
  if (!found.length) return null;
  return element("div", { class: "partners second" }, element("h3", { id: "second", tabindex: -1 }, say("over_partner", { n: number(found.length) })), element("ul", {}, found.map((far) => {
    const [partner, ...more] = over.get(far), via = more.length ? null : element("span", { class: "caption" }, say("via"), " ", nameElement(shortName(actors[partner].name)));
    return element("li", {}, actorIcon(far), linkButton({ onclick: () => openActor(far) }, nameElement(actors[far].name), via));
  })));
}
