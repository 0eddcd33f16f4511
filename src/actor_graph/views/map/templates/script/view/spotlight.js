/* The spotlight: whom and which ties the picture shows in full while all else is faint, and who is named in it. */

/** Each entry gives {actors, ties, named} (sets of actors and of ties; who is named, most important first), or null where it does not apply.
 *  The first that applies counts. */
const SPOTLIGHTS = [];
const spot = { key: null, light: null };

function spotlightOn(light, first = false) {
  SPOTLIGHTS[first ? "unshift" : "push"](light);
}

/** What stands in the light now; null: everything. */
function spotlight() {
  if (spot.key !== state.changes) Object.assign(spot, { key: state.changes, light: SPOTLIGHTS.reduce((found, light) => found ?? light(), null) });
  return spot.light;
}

/** An actor with its partners (and, with two steps, theirs, over ties that count) and the ties on the way. */
function neighborhood(actor, steps) {
  const away = new Map([[actor, 0]]), order = [actor], inside = new Set();
  const partners = new Set(tiesOf[actor].filter(({ tie }) => tie.counts && tieShown(tie)).map((end) => end.actor));
  for (const from of order) {
    if (away.get(from) === steps) break;
    for (const { actor: to, tie } of tiesOf[from]) {
      if (!tieShown(tie) || (from !== actor && !(tie.counts && partners.has(from)))) continue;
      if (!away.has(to)) { away.set(to, away.get(from) + 1); order.push(to); }
      if (away.get(to) === away.get(from) + 1) inside.add(tie);
    }
  }
  return { actors: new Set(order), ties: inside, named: order, away };
}

spotlightOn(() => (chosen() === null ? null : neighborhood(chosen(), state.steps)));
