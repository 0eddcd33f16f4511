/* The view in the address: what is chosen, filtered and shown stands behind the #, so that a link opens the same view.
 * Nothing of it leaves this computer: a browser does not send what stands behind the #. */

/** What the address holds: for each name how it is written (null: not at all) and how it is read. */
const REMEMBERED = new Map();

/** Remember a part of the view: `write` gives its text or null where it is as at first, `recall` takes it back (null: as at first). */
function remember(name, write, recall) {
  REMEMBERED.set(name, { write, recall });
}

/** A state that is one word out of a list: the first is the one at first. */
function rememberWord(name, words) {
  remember(name, () => (state[name] === words[0] ? null : state[name]), (text) => { state[name] = words.includes(text) ? text : words[0]; });
}

/** A state that is an actor or null, by its id. */
function rememberActor(name, key) {
  remember(name, () => (state[key] === null ? null : actors[state[key]].id), (text) => { state[key] = placeOf.get(text) ?? null; });
}

rememberWord("view", ["map", "table"]);
rememberActor("actor", "selected");
remember("language", () => (state.language === document.documentElement.dataset.language ? null : state.language),
  (text) => { state.language = page.languages.includes(text) ? text : document.documentElement.dataset.language; });
remember("without", () => (state.without ? "yes" : null), (text) => { state.without = text === "yes" && removable.length > 0 && Boolean(analysis.without_top_dogs); });
for (const key of Object.keys(FACETS)) {
  const written = FACETS[key].written ?? String;
  remember(`hide-${key}`, () => (state.hidden[key].size ? joined([...state.hidden[key]].map(written)) : null), (text) => {
    const given = new Set(parted(text));
    state.hidden = { ...state.hidden, [key]: new Set(FACETS[key].values.filter((value) => given.has(written(value)))) };
  });
}

remember("named", () => state.named.trim() || null, (text) => { state.named = text ?? ""; });

/** Text that may have been cut or changed by hand on its way. */
function decoded(text) {
  try { return decodeURIComponent(text); } catch { return text; }
}

/** Several texts in one, with "|" between them; the address itself is written so that it holds any sign. */
function joined(texts) {
  return texts.map((text) => String(text).replace(/[%|]/g, encodeURIComponent)).join("|");
}

/** The texts out of one; null holds none. */
function parted(text) {
  return text === null ? [] : text.split("|").map(decoded);
}

let lastHash = "";

/** Take the view out of the address; false where it is the one that stands here already. */
function readHash() {
  if (location.hash.slice(1) === lastHash) return false;
  lastHash = location.hash.slice(1);
  const given = new URLSearchParams(lastHash);
  for (const [name, { recall }] of REMEMBERED) recall(given.get(name));
  state.changes += 1;
  if (camera.network) camera.recall();
  return true;
}

/** Put the view into the address, at the end of a gesture. */
function writeHash() {
  const given = new URLSearchParams();
  for (const [name, { write }] of REMEMBERED) {
    const text = write();
    if (text !== null) given.set(name, text);
  }
  const text = given.toString();
  if (text === lastHash) return;
  lastHash = text;
  try { history.replaceState(null, "", text ? `#${text}` : location.pathname + location.search); } catch { /* a page inside another may not have an address of its own */ }
}
