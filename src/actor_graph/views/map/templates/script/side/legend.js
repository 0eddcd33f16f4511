/* The legend, which is the filter: what is unchecked is gone from the map and the table. */

const OWN_ROWS = 8;

function fillLegend() {
  const box = byId("legend"), focused = document.activeElement?.dataset?.row;
  const all = filtered()
    ? linkButton({ onclick: showAll, "aria-label": say("show_all") }, say("all")) : null;
  const folds = currentPanel() !== "findings", open = !folds || state.legendOpen;
  const title = folds ? element("button", { type: "button", class: "fold", "data-row": "fold", "aria-expanded": String(open),
    onclick: () => change({ legendOpen: !state.legendOpen }) }, say("legend"), element("span", { "aria-hidden": "true" }, open ? "▾" : "▸")) : say("legend");
  box.classList.toggle("folded", !open);
  box.replaceChildren(element("h2", {}, title, open ? all : null),
    ...(open && typed ? [kindGroup()] : []), ...(open && ties.length ? [tieGroup()] : []));
  const whole = [...box.children].reduce((sum, part) => sum + part.offsetHeight, 14);
  box.style.setProperty("--whole", `${whole}px`);
  if (focused) box.querySelector(`[data-row="${CSS.escape(focused)}"]`)?.focus();
}

/** One row: box, sign, label, count. The box is named by the label alone, the count describes it. */
function row({ key, sign, text, shown: some, of, checked, onchange }) {
  const box = onchange && element("input", { type: "checkbox", id: `row-${key}`, "data-row": key, checked, onchange });
  const count = some === of || some === undefined ? number(of) : say("responses", { answered: number(some), all: number(of) });
  return element("div", { class: "row" }, box ?? element("span", { class: "no-box" }), sign ?? null,
    element(box ? "label" : "span", box ? { for: `row-${key}`, class: "name" } : { class: "name" }, text), element("span", { class: "count" }, count));
}

/** A row that shows or hides one value of a facet. */
function facetRow(key, value, counts, sign, text = FACETS[key].text(value)) {
  const [some, of] = counts.get(value) ?? [0, 0];
  return row({ key: `${key}-${FACETS[key].values.indexOf(value)}`, sign, text, shown: some, of, checked: !state.hidden[key].has(value),
    onchange: (event) => filter(key, [value], event.target.checked) });
}

function kindGroup() {
  const counts = facetCounts("kind"), there = FACETS.kind.values;
  const own = there.filter((kind) => page.kinds[kind].key === null || page.kinds.length <= OWN_ROWS + 1 || page.kinds[kind].shape !== "pill");
  const rest = there.filter((kind) => !own.includes(kind));
  const kindRow = (kind) => facetRow("kind", kind, counts, markIcon(page.kinds[kind].shape, kind));
  const more = !rest.length ? null : element("details", { class: "more", open: state.moreKinds, ontoggle: (event) => { state.moreKinds = event.target.open; } },
    element("summary", {}, markIcon("pill", rest[0]), element("span", { class: "name" }, say("further_kinds", { n: rest.length })),
      element("span", { class: "count" }, number(rest.reduce((sum, kind) => sum + (counts.get(kind)?.[1] ?? 0), 0)))),
    rest.map(kindRow));
  return element("div", { role: "group", "aria-label": say("kinds") }, longAndShort(own, (kind) => kindLabel(page.kinds[kind]), kindRow), more,
    element("div", { class: "marks-row" }, centralRows()));
}

/** Rows in two columns: the longer labels left, the shorter ones right, each in the given order. */
function longAndShort(found, text, make) {
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
  const rows = [...facetValues("strength").map((value) => facetRow("strength", value, strengths, sign(value), text(value))),
    ...facetValues("sides").map((value) => facetRow("sides", value, sides, tieIcon({ counts: true, oneSided: true, intensity: null }), say("one_sided")))];
  const half = Math.ceil(rows.length / 2);
  return element("div", { role: "group", "aria-label": say("ties") }, element("h3", {}, say("ties")), twoColumns(rows.slice(0, half), rows.slice(half), (made) => made));
}
