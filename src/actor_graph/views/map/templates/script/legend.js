/* The legend, which is the filter: what is unchecked is gone from the map and the table. */

const OWN_ROWS = 8;

function fillLegend() {
  const box = byId("legend"), focused = document.activeElement?.dataset?.row;
  const all = state.hiddenKinds.size + state.hiddenTies.size
    ? linkButton({ onclick: () => change({ hiddenKinds: new Set(), hiddenTies: new Set() }), "aria-label": say("show_all") }, say("all")) : null;
  const folds = state.selected !== null || state.without, open = !folds || state.legendOpen;
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
function row({ key, sign, text, count, of, checked, onchange }) {
  const box = onchange && element("input", { type: "checkbox", id: `row-${key}`, "data-row": key, checked, onchange });
  const shownCount = checked || !onchange ? number(of) : say("responses", { answered: count, all: of });
  return element("div", { class: "row" }, box ?? element("span", { class: "no-box" }), sign,
    element(box ? "label" : "span", box ? { for: `row-${key}`, class: "name" } : { class: "name" }, text), element("span", { class: "count" }, shownCount));
}

const toggled = (set, keys, on) => {
  const next = new Set(set);
  for (const key of keys) if (on) next.delete(key); else next.add(key);
  return next;
};

function kindGroup() {
  const counts = page.kinds.map((_, kind) => kindOf.filter((other) => other === kind).length);
  const own = page.kinds.map((_, kind) => kind).filter((kind) => page.kinds[kind].key === null || page.kinds.length <= OWN_ROWS + 1 || page.kinds[kind].shape !== "pill");
  const rest = page.kinds.map((_, kind) => kind).filter((kind) => !own.includes(kind));
  const kindRow = (kind) => row({ key: `kind-${kind}`, sign: markIcon(page.kinds[kind].shape, kind), text: kindLabel(page.kinds[kind]),
    count: 0, of: counts[kind], checked: !state.hiddenKinds.has(kind),
    onchange: (event) => filterKinds([kind], event.target.checked) });
  const more = !rest.length ? null : element("details", { class: "more", open: state.moreKinds, ontoggle: (event) => { state.moreKinds = event.target.open; } },
    element("summary", {}, markIcon("pill", rest[0]), element("span", { class: "name" }, say("further_kinds", { n: rest.length })),
      element("span", { class: "count" }, number(rest.reduce((sum, kind) => sum + counts[kind], 0)))),
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

function filterKinds(kinds, on) {
  change({ hiddenKinds: toggled(state.hiddenKinds, kinds, on) });
  aloud(say("aloud_shown", { shown: actors.filter((_, actor) => actorShown(actor)).length, all: actors.length }));
}

function centralRows() {
  const top = [...topDogs], free = top.filter(([actor]) => !actors[actor].mandate);
  const sets = [["central_actor", free.filter(([, { clear }]) => clear), {}],
    ["central_perhaps", free.filter(([, { clear }]) => !clear), { dashed: true }],
    ["hub_by_mandate", top.filter(([actor]) => actors[actor].mandate), { mandate: true }]];
  return sets.filter(([, found]) => found.length).map(([key, found, look]) =>
    row({ key, sign: ringIcon(look), text: say(key), of: found.length, checked: true }));
}

function tieGroup() {
  const rows = page.scale.map((key) => ({ key, tie: { counts: true, intensity: key } })).concat([{ key: "", tie: { counts: true, intensity: null } }])
    .map(({ key, tie }) => ({ key: `intensity:${key}`, tie, text: key ? intensityLabel(key) : say(page.scale.length ? "intensity_none" : "tie") }));
  rows.push({ key: "not-counting", tie: { counts: false }, text: say("not_counting") });
  if (ties.some((tie) => tie.oneSided)) rows.push({ key: "one-sided", tie: { counts: true, oneSided: true, intensity: null }, text: say("one_sided") });
  const count = (key) => ties.filter((tie) => (key === "one-sided" ? tie.oneSided : tieClass(tie) === key)).length;
  const there = rows.filter(({ key }) => count(key)), half = Math.ceil(there.length / 2);
  return element("div", { role: "group", "aria-label": say("ties") }, element("h3", {}, say("ties")),
    twoColumns(there.slice(0, half), there.slice(half), ({ key, tie, text }) => row({
      key, sign: tieIcon(tie), text, count: 0, of: count(key), checked: !state.hiddenTies.has(key),
      onchange: (event) => change({ hiddenTies: toggled(state.hiddenTies, [key], event.target.checked) }) })));
}
