/* The keys of the picture: how large a mark is at which value, and what the other signs mean while central actors are out. */

const APART = 1.2;

/** A round number near a value: 1, 2, 5, 10, 20 …; whole numbers up to 10 are round as they are. */
function roundNear(value, whole) {
  if (whole && value <= 10) return Math.round(value);
  const power = 10 ** Math.floor(Math.log10(value)), away = (step) => Math.abs(Math.log(step * power / value));
  return Number(([1, 2, 5, 10].sort((a, b) => away(a) - away(b))[0] * power).toPrecision(1));
}

/** The values of the actors on the map that have one, from low to high. */
const valuesOnMap = () => [...onMap].map(NUMBERS_OF.get(state.size).of).filter((value) => value !== null).sort((a, b) => a - b);

/** What the size key shows: the least and the largest value as they are, and between them what can be told apart: of up to
 *  four values these, else round ones near the middle and the upper tenth. The least stands for all that have the smallest mark. */
function keySizes() {
  if (state.size === "equal") return [];
  const found = valuesOnMap(), values = [...new Set(found)], most = values.at(-1), positive = found.filter((value) => value > 0);
  if (!positive.length) return [];
  if (values.length === 1) return state.size === "ties" && most > 1 ? [most] : [];
  const near = (share) => roundNear(positive[Math.round(share * (positive.length - 1))], NUMBERS_OF.get(state.size).whole);
  const apart = (small, large) => radiusFor(large, sizeFactor) >= APART * radiusFor(small, sizeFactor);
  const sizes = [values.filter((value, place) => place < values.length - 1 && (place === 0 || smallest(value))).at(-1)];
  for (const value of values.length <= 4 ? values.slice(1, -1) : [near(0.5), near(0.9)])
    if (apart(sizes.at(-1), value) && apart(value, most)) sizes.push(value);
  return [...sizes, most].filter((size, place, all) => place === all.length - 1 || sizeText(size) !== sizeText(all[place + 1]));
}

const smallest = (size) => radiusFor(size, sizeFactor) <= FLOOR;
/** A value of the size key; on the smallest mark it stands for all below it. */
function sizeText(size) {
  const { write } = NUMBERS_OF.get(state.size);
  return smallest(size) && valuesOnMap()[0] < size ? say("up_to", { value: write(size) }) : write(size);
}

/** How large a mark is at which value; and, while central actors are taken out, what the other signs mean. */
function fillKeys() {
  const steps = keySizes(), zoom = camera.network ? camera.network.getScale() : 1;
  fill(byId("sizes"), steps.length ? [element("p", { class: "caption" }, say("sizes", { what: sizeName(state.size) })),
    element("ul", { class: "sizes" }, steps.map((size) => sizeKey(size, zoom))), withoutValue()] : null);
  fill(byId("keys"), supposedKeys(), state.without ? [
    element("li", {}, element("span", { class: "disc" }), say("key_lost", { n: lost().size })),
    element("li", {}, element("span", { class: "ghost" }), say("key_removed", { n: removable.filter(takenOut).length }))] : null);
}

function sizeKey(size, zoom) {
  const r = Math.min(radiusFor(size, sizeFactor) * zoom, 30), side = 2 * r + 3;
  return element("li", {}, drawn("svg", { width: side, height: side, "aria-hidden": "true" },
    drawn("circle", { cx: side / 2, cy: side / 2, r, class: "size" })), element("span", {}, sizeText(size)));
}

/** How many on the map have no value: their marks are the smallest. */
function withoutValue() {
  const missing = [...onMap].filter((actor) => NUMBERS_OF.get(state.size).of(actor) === null).length;
  return missing ? element("p", { class: "caption" }, say("size_no_value", { n: missing })) : null;
}
