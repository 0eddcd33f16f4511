/* How this map was asked for, where that changes what it shows: who is left out, which ties count. */

/** Sentences in which {what} stands for a list: [{words, what}]. */
function drawnWith() {
  const { without, confirmed, count } = analysis.settings, found = supposed ? [{ words: supposedTold().banner, what: [] }] : [];
  if (without?.actors) {
    const named = without.named.map(({ name }) => name), more = without.actors - named.length;
    found.push(named.length ? { words: say("drawn_without"), what: [...named, ...(more ? [say("drawn_without_more", { n: more })] : [])] }
      : { words: say("drawn_without_unnamed", { n: without.actors }), what: [] });
  }
  if (confirmed) found.push({ words: say("drawn_confirmed"), what: [] });
  if (count?.length) found.push({ words: say("drawn_count"), what: count.map((kind) => (kind === "all" ? say("all") : tieKindLabel(kind))) });
  if (invited) found.push({ words: howManyInvited("other") ? say("drawn_invited_alone", { n: invited.size })
    : say("drawn_invited", { n: invited.size, reached: howManyInvited("reached"), missed: howManyInvited("not") }), what: [] });
  return found;
}

const drawnText = ({ words, what }) => words.replace("{what}", () => what.map(shown).join(", "));
/** The same for the page: each name apart from the direction of the text around it. */
const drawnElements = ({ words, what }) => words.split("{what}").flatMap((part, at) => [at ? what.map((one, place) => [place ? ", " : "", nameElement(one)]) : null, part]);
