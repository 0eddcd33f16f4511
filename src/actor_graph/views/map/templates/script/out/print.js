/* On paper: the sheet on the first page, the table of what is shown on the next ones. The page fills them when it is printed. */

function fillPaper() {
  const list = tableColumns(), rows = sortedActors();
  fill(byId("paper"), element("div", { class: "paper-sheet" }, svgElement(recordedPaper())),
    rows.length ? element("div", { class: "paper-table" },
      element("h2", {}, shown(byId("city").textContent), " · ", say("actors_shown", { shown: number(rows.length), all: number(actors.length) })),
      element("table", {}, element("thead", {}, element("tr", { class: "paper-banner" }, element("td", { colspan: list.length }, paperBanner())), element("tr", {}, list.map(({ title }) => element("th", { scope: "col" }, title())))),
        element("tbody", {}, rows.map((actor) => paperTableRow(actor, list))))) : null);
}

/** What every page of the table says of itself: for whom it is, of what, as of when, and what it was asked with. */
function paperBanner() {
  const { date: asOf } = analysis.landscape;
  return [element("b", {}, say(`banner_${analysis.audience}`)), " · ", nameElement(byId("city").textContent), asOf ? ` · ${say("as_of", { date: date(asOf) })}` : "",
    " · ", say("as_named"), drawnWith().map((told) => [" · ", drawnElements(told)])];
}

function paperTableRow(actor, list) {
  return element("tr", {}, list.map((column, place) => element(place ? "td" : "th", { scope: place ? null : "row", class: isNumber(column) ? "number" : null },
    column.cell ? column.cell(actor) : element("bdi", { dir: "auto" }, cellText(column, actor)))));
}

const emptyPaper = () => fill(byId("paper"));

function listenToPrinter() {
  addEventListener("beforeprint", fillPaper);
  addEventListener("afterprint", emptyPaper);
  matchMedia("print").addEventListener("change", ({ matches }) => { if (matches) fillPaper(); else emptyPaper(); });
}
