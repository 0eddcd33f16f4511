/* The legend, which is the filter: what is unchecked is gone from the map and the table. */

const OWN_ROWS = 8;
/** Longer labels are shortened in the middle: where many begin alike, their ends tell them apart. */
const LONG_LABEL = 36, KEPT_END = 14;
/** The facets that stand open; all others wait under "more filters". */
const OPEN_FACETS = ["kind", "strength", "sides", "invited"];

function fillLegend() {
  const box = byId("legend"), focused = box.contains(document.activeElement) ? document.activeElement.dataset.row : null, panelOpen = currentPanel() !== "findings", open = !panelOpen || state.legendOpen;
  const title = panelOpen ? expander("fold", say("legend"), open, () => change({ legendOpen: !state.legendOpen })) : element("span", { class: "name" }, say("legend"));
  const more = open ? furtherFacets() : [];
  box.classList.toggle("folded", !open);
  fill(box, open ? toolsInLegend() : null, element("div", { class: "head" }, element("h2", {}, title), more.length ? moreButton(more) : null,
    open && filtered() ? linkButton({ onclick: showAll, "data-row": "all", "aria-label": say("show_all") }, say("all")) : null),
    open && state.named.trim() ? namedRow() : null, open ? colorGroup() : null, open ? invitedGroup() : null, open && typed ? kindGroup() : null,
    open && ties.length ? tieGroup() : null,
    more.length && state.moreFilters ? element("div", { class: "more-filters" }, more.map(facetGroup)) : null);
  giveLegendRoom();
  if (focused) (box.querySelector(`[data-row="${CSS.escape(focused)}"]`) ?? box.querySelector("input"))?.focus({ preventScroll: true });
}

/** The legend is never made lower than what is in it, up to its most; it is measured where it can be seen. */
function giveLegendRoom() {
  const box = byId("legend"), whole = `${[...box.children].reduce((sum, part) => sum + part.offsetHeight, 14)}px`;
  if (box.offsetHeight && box.style.getPropertyValue("--whole") !== whole) box.style.setProperty("--whole", whole);
}

new ResizeObserver(giveLegendRoom).observe(byId("legend"));

/** A button that opens and closes what stands below it. */
function expander(key, text, open, onclick) {
  return element("button", { type: "button", class: key, "data-row": key, "aria-expanded": String(open), onclick }, text,
    element("span", { "aria-hidden": "true" }, open ? " ▾" : " ▸"));
}

/** Opens and closes the facets that do not stand open; says how many of them filter. */
function moreButton(keys) {
  const set = keys.filter((key) => state.hidden[key].size).length;
  return expander("link", set ? say("more_filters_set", { n: set }) : say("more_filters"), state.moreFilters, () => {
    change({ moreFilters: !state.moreFilters });
    if (state.moreFilters) document.querySelector(".more-filters")?.scrollIntoView({ block: "start" });
  });
}

/** The facets under "more filters": those that tell some actors or ties from others. */
const furtherFacets = () => Object.keys(FACETS).filter((key) => !OPEN_FACETS.includes(key) && !FACETS[key].inLegend
  && FACETS[key].there !== false && facetValues(key).length > 1);

function facetGroup(key) {
  const counts = facetCounts(key);
  return element("div", { role: "group", "aria-label": facetTitle(key) }, element("h3", {}, facetTitle(key)),
    facetValues(key, counts).map((value) => facetRow(key, value, counts, null)));
}

/** That names are narrowed, with the way back. */
function namedRow() {
  return element("div", { class: "row named" }, element("span", { class: "name" }, say("name_held", { text: shown(state.named.trim()) })),
    linkButton({ onclick: () => narrow(""), "data-row": "named", "aria-label": `${say("name_holds")}: ${say("show_all")}` }, say("all")));
}

/** One row: box, sign, label, note, count. The box is named by the label alone, the count describes it. */
function row({ key, sign, text, note, shown: some, of, checked, onchange }) {
  const box = onchange && element("input", { type: "checkbox", id: `row-${key}`, "data-row": key, checked, onchange, "aria-describedby": `count-${key}`,
    "aria-label": text.length > LONG_LABEL ? text : null });
  const count = some === of || some === undefined ? number(of) : say("responses", { answered: number(some), all: number(of) });
  return element("div", { class: checked === false ? "row off" : "row" }, box ?? element("span", { class: "no-box" }), sign ?? null,
    element(box ? "label" : "span", { for: box ? `row-${key}` : null, class: text.length > LONG_LABEL ? "name long" : "name", title: text.length > LONG_LABEL ? text : null }, middle(text)),
    note ? element("span", { class: "quiet" }, note) : null, element("span", { class: "count", id: `count-${key}` }, count));
}

/** A text in one piece, or in two of which the first can give way. */
function middle(text) {
  if (text.length <= LONG_LABEL) return text;
  const signs = [...text], cut = signs.length - KEPT_END, space = signs.indexOf(" ", cut), at = space < 0 || space > signs.length - 3 ? cut : space;
  return [element("span", { class: "start" }, signs.slice(0, at).join("")), element("span", { class: "end" }, signs.slice(at).join(""))];
}

/** A row that shows or hides one value of a facet. */
function facetRow(key, value, counts, sign, text = FACETS[key].text(value)) {
  const [some, of] = counts.get(value) ?? [0, 0];
  return row({ key: `${key}-${FACETS[key].values.indexOf(value)}`, sign, text, note: FACETS[key].note?.(value), shown: some, of, checked: !state.hidden[key].has(value),
    onchange: (event) => filter(key, [value], event.target.checked) });
}

function kindGroup() {
  const counts = facetCounts("kind"), there = FACETS.kind.values;
  const own = there.filter((kind) => page.kinds[kind].key === null || page.kinds.length <= OWN_ROWS + 1 || page.kinds[kind].shape !== "pill");
  const rest = there.filter((kind) => !own.includes(kind));
  const kindRow = (kind) => facetRow("kind", kind, counts, kindSign(kind));
  const more = !rest.length ? null : element("details", { class: "more", open: state.moreKinds, ontoggle: (event) => { state.moreKinds = event.target.open; } },
    element("summary", { "data-row": "kinds" }, kindSign(rest[0]), element("span", { class: "name" }, say("further_kinds", { n: rest.length })),
      element("span", { class: "count" }, number(rest.reduce((sum, kind) => sum + (counts.get(kind)?.[1] ?? 0), 0)))),
    rest.map(kindRow));
  return element("div", { role: "group", "aria-label": say("kinds") }, state.color === "kind" ? null : element("h3", {}, say("kinds")), longAndShort(own, (kind) => kindLabel(page.kinds[kind]), kindRow), more,
    element("div", { class: "marks-row" }, centralRows()));
}

/** Rows in two columns: the longer labels left, the shorter ones right, each in the given order; one column where any is long. */
function longAndShort(found, text, make) {
  if (found.some((one) => text(one).length > LONG_LABEL)) return element("div", { class: "rows single" }, element("div", {}, found.map(make)));
  const long = new Set([...found].sort((a, b) => text(b).length - text(a).length).slice(0, Math.ceil(found.length / 2)));
  return twoColumns(found.filter((one) => long.has(one)), found.filter((one) => !long.has(one)), make);
}

function twoColumns(left, right, make) {
  return element("div", { class: "rows" }, [left, right].filter((column) => column.length).map((column) => {
    const made = element("div", {}, column.map(make)), slack = [...made.querySelectorAll(".name")].map(({ textContent }) =>
      textContent.length - Math.max(...textContent.split(/[\s-]/).map((word) => word.length)));
    made.style.flexGrow = 1 + Math.max(...slack);
    return made;
  }));
}

function centralRows() {
  const top = [...topDogs], free = top.filter(([actor]) => !actors[actor].mandate);
  const sets = [["central_actor", free.filter(([, { clear }]) => clear), {}],
    ["central_perhaps", free.filter(([, { clear }]) => !clear), { dashed: true }],
    ["hub_by_mandate", top.filter(([actor]) => actors[actor].mandate), { mandate: true }]];
  return sets.filter(([, found]) => found.length).map(([key, found, look]) =>
    row({ key, sign: ringIcon(look), text: say(key), of: found.length }));
}

function tieGroup() {
  const strengths = facetCounts("strength"), sides = facetCounts("sides");
  const sign = (value) => tieIcon(value === "not-counting" ? { counts: false } : { counts: true, intensity: value.slice("intensity:".length) || null });
  const text = (value) => (value === "not-counting" ? say("not_counting") : value === "intensity:" ? say(page.scale.length ? "intensity_none" : "tie") : intensityLabel(value.slice("intensity:".length)));
  const rows = facetValues("strength", strengths).map((value) => facetRow("strength", value, strengths, sign(value), text(value)));
  const oneSided = facetValues("sides", sides).map((value) => facetRow("sides", value, sides, tieIcon({ counts: true, oneSided: true, intensity: null }), say("one_sided")));
  if (oneSided.length) rows.push(element("div", { role: "group", "aria-label": facetTitle("sides") }, oneSided));
  const half = Math.ceil(rows.length / 2);
  return element("div", { role: "group", "aria-label": say("ties") }, element("h3", {}, say("ties")), twoColumns(rows.slice(0, half), rows.slice(half), (made) => made));
}

whenever(["moreFilters"], fillLegend);
