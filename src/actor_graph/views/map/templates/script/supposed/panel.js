/* What is supposed, whose standing would be another, and the figures before and after: Python has put all of it into words. */

state.furtherFigures = false;

/** A line in which names stand apart, so that each keeps its own direction. */
const partsOf = (parts) => parts.map((part) => (typeof part === "string" ? part : nameElement(part.name)));

function whatIf() {
  if (!supposed) return null;
  const told = supposedTold(), list = (items) => element("ul", {}, items.map((item) => element("li", {}, item)));
  return [element("article", { class: "whatif", "aria-labelledby": "whatif-head" }, element("h2", { id: "whatif-head" }, told.title),
    element("h3", {}, told.supposed), list(told.lines.map(partsOf)), told.cautions.map((text) => element("p", { class: "caption" }, text)),
    element("h3", {}, told.changed), told.actors.length ? element("ul", {}, told.actors.map(changedRow)) : element("p", {}, told.nobody),
    told.groups.length ? [element("h3", {}, told.groups[0]), list(told.groups.slice(1))] : null,
    told.circles ? element("p", { class: "caption" }, told.circles) : null,
    element("h3", {}, told.figures), figureTable(told.first),
    told.further.length ? element("details", { open: state.furtherFigures, ontoggle: ({ target }) => { state.furtherFigures = target.open; } },
      element("summary", { class: "link" }, told.all), figureTable(told.further)) : null),
  element("h2", { class: "findings-if" }, told.findings)];
}

const changedRow = ([actor, text]) => element("li", { class: "changed" }, actorIcon(actor),
  linkButton({ onclick: () => openActor(actor) }, nameElement(shortName(actors[actor].name))), element("span", { class: "caption" }, text));

function figureTable(rows) {
  const [figure, ...states] = supposedTold().heads;
  return element("table", {}, element("thead", {}, element("tr", {}, element("th", { scope: "col" }, figure), states.map((head) => element("th", { scope: "col", class: "number" }, head)))),
    element("tbody", {}, rows.map(([key, label, before, after]) => element("tr", { "data-figure": key, class: before === after ? "same" : null }, element("th", { scope: "row" }, label),
      element("td", { class: "number" }, before), element("td", { class: "number" }, after)))));
}
