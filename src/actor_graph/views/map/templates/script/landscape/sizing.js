/* How large the marks are: the area grows with the chosen measure, 5 px at least, 22 at most, and less where marks would
 * lie over one another. As the page opens, sizes are those that Python laid the picture out for. */

const FLOOR = 5, LARGEST = 22, STEEPEST = 7, EQUAL = 8, LEAST_LARGE = 9;
const FIRST_SIZE = page.picture.equal_size ? "equal" : "ties";
const SIZES = ["ties", "equal", ...[...NUMBERS_OF.keys()].filter((key) => key !== "ties")];
const sizeName = (key) => (key === "equal" ? say("size_equal") : NUMBERS_OF.get(key).name());
const sizeMeans = (key) => (key === "equal" ? say("size_equal") : NUMBERS_OF.get(key).means());
const radius = [...page.picture.radius];

/** The value that the size stands for; null where there is none. */
const sizeValue = (actor) => (state.size === "equal" ? 1 : NUMBERS_OF.get(state.size).of(actor));
const radiusFor = (value, factor) => (value > 0 ? Math.max(FLOOR, factor * Math.sqrt(value)) : FLOOR);
let sizeFactor = 1;

/** Give every mark its size. */
function resize() {
  const values = everybody.map(sizeValue), found = values.filter((value) => value > 0), most = Math.max(...found, 0);
  const wanted = state.size === "equal" ? EQUAL : Math.min(...found) === most && state.size !== "ties" ? EQUAL / Math.sqrt(most || 1)
    : Math.min(LARGEST / Math.sqrt(most || 1), state.size === "ties" ? STEEPEST : Infinity);
  const asLaidOut = state.size === FIRST_SIZE;
  sizeFactor = asLaidOut ? wanted : roomyFactor(values, wanted, (state.size === "equal" ? FLOOR : LEAST_LARGE) / Math.sqrt(most || 1));
  values.forEach((value, actor) => { radius[actor] = asLaidOut ? page.picture.radius[actor] : radiusFor(value, sizeFactor); });
}

/** The largest factor up to `wanted` at which no two marks touch, but not less than `least`. */
function roomyFactor(values, wanted, least) {
  const reach = (actor, factor) => {
    const r = radiusFor(values[actor], factor);
    return topDogs.has(actor) ? r + 9 : r * 1.3 + 1;
  };
  const fits = (factor) => neighbors().every(([one, other, apart]) => reach(one, factor) + reach(other, factor) <= apart
    || reach(one, factor) + reach(other, factor) <= reach(one, 0) + reach(other, 0));
  if (least >= wanted || fits(wanted)) return wanted;
  let [low, high] = [least, wanted];
  for (let step = 0; step < 12; step += 1) {
    const middle = (low + high) / 2;
    if (fits(middle)) low = middle; else high = middle;
  }
  return low;
}

let nearPairs = null;

/** Pairs of actors so close that large marks would touch: [one, other, distance], by the places of the layout. */
function neighbors() {
  if (nearPairs) return nearPairs;
  const placed = [...onMap].sort((a, b) => actors[a].x - actors[b].x), near = 2 * (1.3 * LARGEST + 9);
  nearPairs = [];
  placed.forEach((one, from) => {
    for (let to = from + 1; to < placed.length && actors[placed[to]].x - actors[one].x < near; to += 1) {
      const apart = Math.hypot(actors[placed[to]].x - actors[one].x, actors[placed[to]].y - actors[one].y);
      if (apart < near) nearPairs.push([one, placed[to], apart]);
    }
  });
  return nearPairs;
}
