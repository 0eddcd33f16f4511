/* Over the table: how many actors it shows, the filters of the legend as selects, the name, the columns, the way out as CSV. */

const NAME_LENGTH = 80;
const nameField = element("input", { type: "text", id: "name-holds", autocomplete: "off", spellcheck: "false", maxlength: NAME_LENGTH, "data-bar": "name" });
nameField.addEventListener("input", () => narrow(nameField.value));
nameField.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !nameField.value) return;
  narrow("");
  event.stopPropagation();
});

/** The facets of actors that stand in the table as columns, where they tell some actors from others. */
const inBar = (key) => ["kind", "status", "circle", "survey"].includes(key) || key.startsWith("column:");
const tableFacets = () => Object.keys(ACTOR_FACETS).filter((key) => inBar(key) && ACTOR_FACETS[key].there !== false && facetValues(key).length > 1);

function fillBar(count) {
  const bar = byId("table-bar"), focused = bar.contains(document.activeElement) ? document.activeElement.dataset.bar : null, opened = byId("table-columns")?.open;
  if (nameField.value !== state.named) nameField.value = state.named;
  nameField.setAttribute("aria-label", say("name_holds"));
  nameField.placeholder = say("name_holds");
  const before = element("div", { class: "bar-facets", role: "group", "aria-label": say("filters") }, tableFacets().map(facetSelect));
  const total = element("p", { class: "shown-count" }, say("actors_shown", { shown: number(count), all: number(actors.length) }));
  const after = element("div", { class: "bar-end" }, columnsMenu(opened),
    linkButton({ class: "link csv", onclick: () => saveCsv(), "data-bar": "csv", disabled: !count }, say("export_csv")));
  // The field itself stays where it is, so that who types in it can go on.
  if (nameField.parentElement === bar) {
    while (bar.firstChild !== nameField) bar.firstChild.remove();
    while (bar.lastChild !== nameField) bar.lastChild.remove();
    nameField.before(total, before);
    nameField.after(after);
  } else fill(bar, total, before, nameField, after);
  if (focused && focused !== "name") bar.querySelector(`[data-bar="${CSS.escape(focused)}"]`)?.focus();
}

/** A facet as a select: everybody, or one value; where the legend shows several, it says how many. */
function facetSelect(key) {
  const values = facetValues(key), there = values.filter((value) => !state.hidden[key].has(value)), all = there.length === values.length;
  const several = !all && there.length !== 1;
  const choose = (event) => filterOnly(key, event.target.value === "all" ? null : values[Number(event.target.value)]);
  return element("label", { class: all ? "facet-choice" : "facet-choice set" }, element("span", {}, facetShort(key), " "),
    element("select", { "data-bar": key, "aria-label": facetTitle(key), onchange: choose },
      element("option", { value: "all", selected: all }, say("all")),
      several ? element("option", { value: "some", selected: true, disabled: true, hidden: true }, say("some_of", { some: number(there.length), all: number(values.length) })) : null,
      values.map((value, place) => element("option", { value: place, selected: !all && !several && there[0] === value }, FACETS[key].text(value)))));
}

/** Which columns stand in the table. */
function columnsMenu(open) {
  const choices = COLUMNS.filter(({ key }) => key !== "actor"), now = new Set(tableColumns().map(({ key }) => key));
  if (choices.length < 2) return null;
  const close = (event) => {
    if (event.key !== "Escape" || !byId("table-columns").open) return;
    byId("table-columns").open = false;
    byId("table-columns").querySelector("summary").focus();
    event.stopPropagation();
  };
  return element("details", { class: "columns-menu", id: "table-columns", open, onkeydown: close },
    element("summary", { "data-bar": "columns" }, say("table_columns"), element("span", { "aria-hidden": "true" }, " ▾")),
    element("div", { role: "group", "aria-label": say("table_columns") }, choices.map(({ key, title }) => element("label", {},
      element("input", { type: "checkbox", checked: now.has(key), "data-bar": `column-${key}`, onchange: (event) => showColumn(key, event.target.checked) }), title()))));
}

document.addEventListener("pointerdown", (event) => {
  const menu = byId("table-columns");
  if (menu?.open && !menu.contains(event.target)) menu.open = false;
});
