/* The keys of the picture: how large a mark is at which value, and what the other signs mean while central actors are out. */

/** A number as the size key writes it: up to 10 exact, beyond that rounded up to fives, tens, fifties …; a fraction to two digits. */
function roundedUp(value, whole = true) {
  if (!whole) return Number(value.toPrecision(value < 0.1 ? 1 : 2));
  const step = [[10, 1], [50, 5], [100, 10], [500, 50]].find(([most]) => value <= most)?.[1] ?? 100;
  return Math.ceil(value / step) * step;
}

/** What the size key shows: the smallest mark on the map, the middle, the upper tenth and the largest, rounded. */
function keySizes() {
  if (state.size === "equal") return [];
  const { of, whole } = NUMBERS_OF.get(state.size);
  const found = [...onMap].map(of).filter((value) => value > 0).sort((a, b) => a - b);
  if (!found.length || found[0] === found.at(-1) && (state.size !== "ties" || found[0] < 2)) return [];
  const quantile = (share) => found[Math.round(share * (found.length - 1))];
  const sizes = [...new Set([0, 0.5, 0.9, 1].map((share) => roundedUp(quantile(share), whole)))];
  const apart = sizes.filter((size, place) => size > 0 && (place === sizes.length - 1 || sizes[place + 1] >= 1.5 * size));
  return whole ? apart : apart.filter((_, place) => place === apart.length - 1 || !smallest(apart[place + 1]));
}

const smallest = (size) => radiusFor(size, sizeFactor) <= FLOOR;
/** A value of the size key; a fraction on the smallest mark stands for all below it. */
function sizeText(size) {
  const { whole, write } = NUMBERS_OF.get(state.size);
  return !whole && smallest(size) ? say("up_to", { value: write(size) }) : write(size);
}

/** How large a mark is at which value; and, while central actors are taken out, what the other signs mean. */
function fillKeys() {
  const steps = keySizes(), zoom = camera.network ? camera.network.getScale() : 1;
  fill(byId("sizes"), steps.length ? [element("p", { class: "caption" }, say("sizes", { what: sizeName(state.size) })),
    element("ul", { class: "sizes" }, steps.map((size) => sizeKey(size, zoom))), withoutValue()] : null);
  fill(byId("keys"), state.without ? [
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
