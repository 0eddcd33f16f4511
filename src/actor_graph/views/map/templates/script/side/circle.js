/* The circle's panel: what it is made of, what it brings together, who is in it and how it is tied to the others. */

/** A circle of which something is told: its size, or at least whom it holds. */
const toldCircle = (number) => circles.find(({ cluster, actors: count, members }) => cluster === number && (count !== null || members.length)) ?? null;
const circleSize = ({ actors: count }) => (count === null ? null : say("circle_actors", { n: number(count) }));
remember("circle", () => (state.circle === null ? null : String(state.circle)), (text) => { state.circle = toldCircle(Number(text))?.cluster ?? null; });

panel("circle", () => state.circle !== null && toldCircle(state.circle) !== null, (box) => {
  const circle = toldCircle(state.circle), members = membersOfCircle(circle);
  box.setAttribute("aria-label", say("circle_column"));
  fill(box, backLink(), element("h2", {}, circleTitle(circle)),
    element("p", { class: "under" }, [circleSize(circle), circle.composition ? say(circle.composition) : null].filter(Boolean).join(" · ")),
    compositionNote(circle), kindList(circle), competenceList(circle, members), memberList(circle, members), circleTies(circle));
});

const openable = (circle) => toldCircle(circle.cluster) !== null;

/** Letter and name of a circle. */
const circleTitle = (circle) => [element("span", { class: "letter" }, letterOf(circle.cluster)), nameElement(circleName(circle) ?? say("circle", { letter: letterOf(circle.cluster) }))];

/** Open a circle's panel; from a list or the keyboard one goes on reading there. */
function openCircle(number, from = document.activeElement) {
  if (!toldCircle(number)) { select(null); return; }
  comeFrom(from);
  change({ circle: number, selected: null, wayTo: null, open: null, hovered: null });
  const circle = toldCircle(number);
  aloud([say("circle", { letter: letterOf(number) }), circleName(circle), circleSize(circle)].filter(Boolean).join(", "));
  focusFirst(byId("upper"), ...lastResorts());
}

const membersOfCircle = (circle) => circle.members.map((id) => placeOf.get(id)).filter((actor) => actor !== undefined).sort((a, b) => rankOf[a] - rankOf[b]);

/** The members in the light, and the ties among them. */
spotlightOn(() => {
  const circle = state.circle === null || state.selected !== null ? null : toldCircle(state.circle);
  if (!circle || currentPanel() !== "circle") return null;
  const named = membersOfCircle(circle).filter((actor) => onMap.has(actor)), inside = new Set(named);
  return named.length ? { actors: inside, ties: new Set(ties.filter((tie) => inside.has(tie.source) && inside.has(tie.target) && tieShown(tie))), named } : null;
});

/** What the composition word means; for the office, whether chance would give the same. */
function compositionNote(circle) {
  if (!circle.composition) return null;
  return element("div", { class: "why" }, element("p", {}, sentence(say(`composition_${circle.composition}`))), element("p", { class: "caption" }, say("no_right_composition")),
    office ? element("p", { class: "caption" }, againstChance(circle)) : null);
}

function againstChance({ p_homogeneous_adjusted: alike, p_heterogeneous_adjusted: unlike }) {
  if (typeof alike !== "number" || typeof unlike !== "number") return null;
  const p = Math.min(alike, unlike), written = p < 0.001 ? `p < ${number(0.001, 3)}` : `p = ${number(p, p < 0.1 ? 3 : 2)}`;
  return say(p >= 0.05 ? "like_chance" : alike < unlike ? "more_alike_than_chance" : "more_unlike_than_chance", { p: written });
}

function kindList(circle) {
  const counts = typed ? kindCounts(circle) : [], few = (count) => analysis.audience === "public" && count < 3;
  if (!counts.length) return null;
  return element("div", { class: "partners still" }, element("h3", {}, say("kinds")), bar("tall", counts.map(([count, kind]) => [count, kindColor(kind)])),
    element("ul", {}, counts.map(([count, kind]) => element("li", {}, kind === null ? element("span", { class: "no-mark" }) : kindSign(kind),
      element("span", { class: "name" }, kind === null ? say("further_members") : kindLabel(page.kinds[kind])), few(count) ? null : element("span", { class: "count" }, number(count))))));
}

const FEW_WORDS = 12;

/** What the circle brings together: the sum as Python has it, then the words; how many bring each, where all members are told. */
function competenceList(circle, members) {
  if (typeof circle.competences !== "number" || !circle.competences) return null;
  const words = bringing(members, office ? ["fields", "offers"] : ["fields"]), all = analysis.audience !== "public";
  const often = words.filter(({ count }) => !all || count > 1 || words.length <= FEW_WORDS), once = words.filter((word) => !often.includes(word));
  const list = (found) => element("ul", { class: "words", "aria-label": say(office ? "fields_and_offers" : "fields") }, found.map(entry));
  const entry = ({ word, count }) => element("li", {}, nameElement(word), all && count > 1 ? element("span", { class: "count" }, ` ${number(count)}`) : null);
  return element("div", { class: "partners competences" }, element("h3", {}, say("competences")),
    element("p", {}, sentence(say("competences_united", { n: number(circle.competences), most: number(circle.competences_of_one) }))),
    often.length ? list(often) : null,
    once.length ? element("details", {}, element("summary", { class: "link" }, say("brought_by_one", { n: once.length })), list(once)) : null);
}

/** The ties that count and are shown, inside and to each other circle. To the public no numbers: they would be of the named alone. */
function circleTies(circle) {
  const own = circle.cluster, here = (actor) => actors[actor].cluster === own, found = ties.filter((tie) => passable(tie) && (here(tie.source) || here(tie.target)));
  const inside = found.filter((tie) => here(tie.source) && here(tie.target)).length, to = new Map(), numbers = analysis.audience !== "public";
  for (const tie of found) {
    const other = actors[here(tie.source) ? tie.target : tie.source].cluster;
    if (other !== own && typeof other === "number") to.set(other, (to.get(other) ?? 0) + 1);
  }
  const others = circles.filter(({ cluster }) => to.has(cluster)).sort((a, b) => (numbers ? to.get(b.cluster) - to.get(a.cluster) : 0) || a.cluster - b.cluster);
  const count = (value) => (numbers ? element("span", { class: "count" }, number(value)) : null);
  return element("div", { class: "partners" }, element("h3", {}, say("ties")), element("ul", {},
    numbers ? element("li", {}, element("span", { class: "name" }, say("ties_inside")), count(inside)) : null,
    others.map((other) => element("li", {}, openable(other) ? circleLink(other) : element("span", { class: "name" }, circleTitle(other)), count(to.get(other.cluster))))));
}

/** A circle as a link to its panel. */
function circleLink(circle, ...words) {
  return linkButton({ class: "link circle-link", onclick: () => openCircle(circle.cluster) }, words.length ? words : circleTitle(circle));
}

function memberList(circle, members) {
  const there = members.filter(actorShown), all = analysis.audience !== "public";
  return there.length ? element("div", { class: "partners" }, element("h3", {}, all ? say("members", { n: there.length < members.length ? say("responses", { answered: number(there.length), all: number(members.length) }) : number(there.length) })
    : say("members_named")),
    element("ul", {}, there.map((actor) => element("li", {}, actorIcon(actor), linkButton({ onclick: () => openActor(actor) }, nameElement(actors[actor].name)))))) : null;
}
