/* Color and shape of each kind of organization, the colors of the page for the canvas, the width of ties. */

const kindPlace = new Map(page.kinds.map((kind, at) => [kind.key, at]));
const kindOf = actors.map((actor) => kindPlace.get(actor.type ?? null));
/** All kinds of an actor, the one that its mark shows first. */
const kindsOf = actors.map((actor, at) => [kindOf[at], ...(analysis.landscape.by === "type" ? actor.types ?? [] : []).slice(1)
  .filter((key) => kindPlace.has(key)).map((key) => kindPlace.get(key))]);
const typed = page.kinds.some((kind) => kind.key !== null);
/** The mark of an actor as it is colored now: its shape, and the name of its color in the style sheet. */
const shapeOf = (actor) => coloring().shape(actor);
const colorOf = (actor) => coloring().color(actor);
const kindLabel = (kind) => (kind.key === null ? say("no_kind") : shown(label(kind.label)));
const kindColor = (kind) => (kind === null ? "var(--hull-line)" : `var(--kind-${kind})`);

/** The names of all colors of marks: of the kinds, of the palette, of the steps of a measure. */
const MARK_COLORS = [...page.kinds.map((_, at) => `kind-${at}`), ...page.palette.map((_, at) => `look-${at}`), ...Array.from({ length: 5 }, (_, at) => `step-${at}`)];

/** The colors of the style sheet as they stand now (light or dark). */
function colors() {
  const style = getComputedStyle(document.documentElement);
  const color = (name) => style.getPropertyValue(`--${name}`).trim();
  const names = ["map", "panel", "hull", "hull-line", "ink", "ink-2", "accent", "tie", "signal", "signal-edge"];
  return { ...Object.fromEntries(names.map((name) => [name, color(name)])),
    ...Object.fromEntries(MARK_COLORS.map((name) => [name, color(name)])), kinds: page.kinds.map((_, at) => color(`kind-${at}`)), font: style.getPropertyValue("--font").trim() };
}
let paint = colors();

const THIN = 0.9;
const STEPS = { 4: [1.5, 2.3, 3.2, 4.4], 5: [0.9, 1.5, 2.3, 3.2, 4.4] };

/** Width by the step on the scheme's scale; thin where the kind does not count. */
function tieWidth(tie) {
  if (!tie.counts) return THIN;
  const step = page.scale.indexOf(tie.intensity), count = page.scale.length;
  if (step < 0) return 1.5;
  const rank = count - 1 - step;
  return STEPS[count]?.[rank] ?? (count > 1 ? 0.9 + (3.5 * rank) / (count - 1) : 2.3);
}

/** Ties named by one side are dashed. */
const tieDash = (tie, width) => (tie.oneSided ? [Math.max(4, 1.6 * width), Math.max(4, 1.6 * width)] : []);

/** What kind of tie the legend counts it as. */
const tieClass = (tie) => (tie.counts ? `intensity:${tie.intensity ?? ""}` : "not-counting");

const intensityLabel = (key) => shown(lookUp(page.labels[state.language].intensities, key) ?? key);
const tieKindLabel = (key) => shown(lookUp(page.labels[state.language].kinds, key) ?? key);
