/* Ways through the network: pure functions on who is tied to whom. */

/** All shortest ways from an actor over the ties that `open` lets through, step by step: a map from each actor that is reached
 *  to {away, count, ties, places, from, tie}: how many steps, how many equally short ways, and of the best of them the number of
 *  ties that those between have, the sum of their places in the order of importance, and from whom (by which tie) it comes. */
function waysFrom(start, open) {
  const reached = new Map([[start, { away: 0, count: 1, ties: 0, places: 0, from: null, tie: null }]]), order = [start];
  for (const from of order) {
    const here = reached.get(from), between = from !== start, seen = new Set();
    const so = { away: here.away + 1, ties: here.ties + (between ? degree[from] : 0), places: here.places + (between ? rankOf[from] : 0), from };
    for (const { actor: to, tie } of tiesOf[from]) {
      if (!open(tie) || seen.has(to)) continue;
      seen.add(to);
      const there = reached.get(to);
      if (!there) { reached.set(to, { ...so, tie, count: here.count }); order.push(to); }
      else if (there.away === so.away) {
        there.count += here.count;
        if (so.ties > there.ties || (so.ties === there.ties && so.places < there.places)) Object.assign(there, so, { tie });
      }
    }
  }
  return reached;
}

const rankOf = [];
byImportance.forEach((actor, place) => { rankOf[actor] = place; });

/** The shortest way between two actors: {actors, ties, count}; where there are several, the one over those with the most ties.
 *  Null where there is none. */
function shortestWay(from, to, open) {
  const reached = waysFrom(from, open), end = reached.get(to);
  if (!end) return null;
  const passed = [to], used = [];
  for (let step = end; step.from !== null; step = reached.get(step.from)) { passed.unshift(step.from); used.unshift(step.tie); }
  return { actors: passed, ties: used, count: end.count };
}

/** Those whom one reaches over a partner, by steps over ties that `open` lets through: a map from each to the partners over whom. */
function overPartners(actor, open) {
  const ends = (from) => tiesOf[from].filter(({ tie }) => open(tie)).map((end) => end.actor);
  const partners = new Set(ends(actor)), over = new Map();
  for (const partner of partners)
    for (const far of ends(partner)) if (far !== actor && !partners.has(far)) over.set(far, (over.get(far) ?? new Set()).add(partner));
  return over;
}

/** The words that members bring and how many bring each, most frequent first: [{word, count}, …]. Words that differ in case,
 *  spaces, hyphens, underscores or apostrophes are one, written as the first has it; what a member says twice counts once. */
function bringing(members, keys) {
  const brought = new Map();
  for (const actor of members) {
    const own = new Set();
    for (const word of keys.flatMap((key) => actors[actor][key] ?? [])) {
      const one = word.normalize("NFKC").toLowerCase().replace(/ß/g, "ss").replace(/[\s_'’ʼ\u00ad\u200b-\u200d\u2010-\u2015\u2212\u2060\ufeff-]+/gu, "");
      if (!one || own.has(one)) continue;
      own.add(one);
      const entry = brought.get(one) ?? { word, count: 0 };
      entry.count += 1;
      brought.set(one, entry);
    }
  }
  return [...brought.values()].sort((a, b) => b.count - a.count || a.word.localeCompare(b.word, state.language));
}
