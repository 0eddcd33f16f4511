/* What a sheet shows that is not the landscape as it stands: how it was asked for, who is taken out, what is lit. */

const plainText = (text) => text.replaceAll("**", "");

/** The notes under the banner, each a line of its own. */
function paperNotes() {
  const asked = drawnWith().map(drawnText).join(" · "), lit = paperLit();
  return [...page.conditions[state.language].warned, asked, state.without ? paperWithout() : null, lit ? say("paper_lit", { what: lit }) : null].filter(Boolean);
}

/** The thought experiment in words: its name, who loses contact, the figures before and after. */
function paperWithout() {
  const before = asItStands(), after = departure().values, told = FIGURES_WITHOUT.flatMap(([key, written], at) =>
    (["figure_ties", "figure_largest", "figure_outside"].includes(key) && Number.isFinite(before[at]) && Number.isFinite(after[at])
      ? [`${say(key)} ${written(before[at])} → ${written(after[at])}`] : []));
  return [`${say("paper_without")} ${plainText(withoutSentence())}`, ...told].join(" · ");
}

/** What stands in the light, by name; null where all is shown alike. */
function paperLit() {
  const light = spotlight(), name = (actor) => shown(actors[actor].name);
  if (!light) return null;
  if (light.way) return say("paper_way", { a: name(light.named[0]), b: name(light.named.at(-1)) });
  if (chosen() !== null) return say(state.steps === 2 ? "paper_partners_two" : "paper_partners", { name: name(chosen()) });
  const circle = state.circle === null ? null : toldCircle(state.circle);
  if (circle && currentPanel() === "circle") return [say("circle", { letter: letterOf(circle.cluster) }), circleName(circle)].filter(Boolean).join(" ");
  if (state.open === "meeting" && state.pair !== null) return pairName(...state.pair.split(",").map(Number));
  if (bridgeNow()) return say("paper_bridge", { circles: state.bridge });
  return page.findings[state.language].find(({ key }) => key === state.finding)?.title ?? null;
}
