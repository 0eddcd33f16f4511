/* The landscape: actors, ties and circles as Python filtered and computed them. */

const analysis = read("analysis");
const tieColumns = read("ties");
const actors = analysis.actors;
const circles = analysis.clusters ?? [];
const office = analysis.audience === "office";
const placeOf = new Map(actors.map((actor, at) => [actor.id, at]));
const onMap = new Set(page.picture.placed);
const topDogs = new Map((analysis.top_dogs ?? []).map((top) => [placeOf.get(top.id), top]));
const removable = [...topDogs.keys()].filter((at) => !actors[at].mandate);
const removableSet = new Set(removable);

const ties = tieColumns.source.map((source, at) => ({
  place: at,
  source,
  target: tieColumns.target[at],
  kinds: [tieColumns.kinds[at]].flat().map((kind) => tieColumns.kind_names[kind]),
  intensity: tieColumns.intensity_names[tieColumns.intensity?.[at]] ?? null,
  counts: tieColumns.counts[at] === "1",
  oneSided: tieColumns.one_sided?.[at] === "1",
}));

/** For each actor its ties: [{actor, tie}, …]. */
const tiesOf = actors.map(() => []);
for (const tie of ties) {
  tiesOf[tie.source].push({ actor: tie.target, tie });
  tiesOf[tie.target].push({ actor: tie.source, tie });
}
const degree = actors.map((actor, at) => actor.degree ?? tiesOf[at].filter(({ tie }) => tie.counts).length);

/** To the public: those whose ties are not published; and those of whom no tie is shown, so that no number is told. */
const closed = new Set(page.closed ?? []);
const untold = (actor) => analysis.audience === "public" && !degree[actor];

/** Are all whose kind is known of one kind: then chance has nothing to compare with, and every circle is alike. */
const oneKind = (analysis.groups ?? []).length === 1;

const letterOf = (circle) => {
  let letters = "";
  for (let at = circle; at > 0; at = Math.floor((at - 1) / 26)) letters = String.fromCharCode(65 + ((at - 1) % 26)) + letters;
  return letters;
};

/** The name of a circle: given by people, else (for the office) its strongest actor; null for the letter alone. */
function circleName(circle) {
  if (circle.name) return shown(circle.name);
  const strongest = office ? placeOf.get(circle.strongest) : undefined;
  return strongest === undefined ? null : shortName(actors[strongest].name);
}

/** Actors in order of importance: central ones, then by ties, ways, name. */
const byImportance = actors.map((_, at) => at).sort((a, b) =>
  topDogs.has(b) - topDogs.has(a) || degree[b] - degree[a]
  || (actors[b].betweenness ?? 0) - (actors[a].betweenness ?? 0) || (actors[a].name < actors[b].name ? -1 : 1));

/** Which actors hang together through ties that count: a number per actor. */
function parts() {
  const part = actors.map(() => -1);
  actors.forEach((_, start) => {
    if (part[start] >= 0) return;
    const queue = [start];
    part[start] = start;
    for (let head = 0; head < queue.length; head += 1)
      for (const { actor, tie } of tiesOf[queue[head]])
        if (tie.counts && part[actor] < 0) { part[actor] = start; queue.push(actor); }
  });
  return part;
}
