/* What the colors of the marks mean where they do not mean kinds: a group of the legend, and of it the filter. */

/** Do the signs beside the kinds tell anything: color and shape, the shape alone ("shape"), or nothing (null)? */
const kindSigns = () => (state.color === "kind" ? "color" : ACTOR_FACETS[colorFacet()].steps ? "shape" : null);

/** The sign beside a kind, as far as marks show the kind now. */
function kindSign(kind) {
  const told = kindSigns(), shape = page.kinds[kind].shape;
  return told === "color" ? markIcon(shape, kind) : told === "shape" ? colorMark(shape, "ink-2") : null;
}

/** The group of the legend for what marks are colored by; null while that is the kind. */
function colorGroup() {
  const facet = colorFacet();
  if (facet === null) return null;
  const counts = facetCounts(facet), there = facetValues(facet, counts), { own, sign } = coloring();
  const valueRow = (value) => facetRow(facet, value, counts, sign(value)), named = there.filter(own), rest = there.filter((value) => !own(value));
  return element("div", { role: "group", class: "color-group", "aria-label": say("color_is", { what: facetTitle(facet) }) }, element("h3", {}, say("color_is", { what: facetTitle(facet) })),
    ACTOR_FACETS[facet].steps ? inColumns(named, valueRow) : longAndShort(named, ACTOR_FACETS[facet].text, valueRow),
    rest.length ? element("details", { class: "more", open: state.moreValues, ontoggle: (event) => { state.moreValues = event.target.open; } },
      element("summary", { "data-row": "values" }, sign(rest[0]), element("span", { class: "name" }, say("further_values", { n: rest.length })),
        element("span", { class: "count" }, number(rest.reduce((sum, value) => sum + counts.get(value)[1], 0)))), rest.map(valueRow)) : null);
}

/** Steps from low to high: down the left column, then down the right one. */
function inColumns(values, make) {
  const half = Math.ceil(values.length / 2);
  return twoColumns(values.slice(0, half), values.slice(half), make);
}

/** What stands in the key of colors, without boxes: [{text, color, shape, count: [shown, all]}, …]; shape null where it tells the kind. */
function colorEntries() {
  const facet = colorFacet();
  if (facet === null) return [];
  const counts = facetCounts(facet), { own, look } = coloring();
  const entries = facetValues(facet, counts).filter(own).map((value) => ({ text: ACTOR_FACETS[facet].text(value), ...look(value), count: counts.get(value) }));
  const rest = facetValues(facet, counts).filter((value) => !own(value)), sum = (at) => rest.reduce((total, value) => total + counts.get(value)[at], 0);
  return rest.length ? [...entries, { text: say("further_values", { n: rest.length }), ...look(rest[0]), count: [sum(0), sum(1)] }] : entries;
}
