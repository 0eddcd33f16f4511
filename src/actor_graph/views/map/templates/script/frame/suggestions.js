/* A field that suggests actors while one types: arrows choose, Enter takes the chosen or the first, Escape empties it. */

const SUGGESTED = 8;

/** What of an actor a search looks through, the name first: [{key, text, spelled}, …]. */
const SEARCHED = ["fields", ...(office ? ["needs", "offers"] : [])];
let searchable = null;
const searched = () => (searchable ??= actors.map((about) => ({ name: spellings(about.name).map((name) => ` ${name}`),
  told: SEARCHED.flatMap((key) => [about[key] ?? []].flat().map((text) => ({ key, text, spelled: spellings(text) }))) })));

/** Does one of the spellings hold one of the ways in which a word may be typed? */
const holds = (spelled, word, before = "") => spelled.some((text) => word.some((way) => text.includes(before + way)));

/** How an actor answers these words: {rank, told} (the lower the better; what of it was found besides the name), null where one is missing. */
function matchOf(actor, words) {
  const { name, told } = searched()[actor], missing = words.filter((word) => !holds(name, word));
  if (!missing.length) {
    const first = words[0].some((way) => name.some((text) => text.startsWith(` ${way}`)));
    return { rank: first ? 0 : words.every((word) => holds(name, word, " ")) ? 1 : 2, told: [] };
  }
  const found = missing.map((word) => told.find(({ spelled }) => holds(spelled, word)));
  return found.every(Boolean) ? { rank: 3 + SEARCHED.indexOf(found[0].key), told: [...new Set(found)] } : null;
}

/** The actors that hold all words of a text, in any order: by name first, then by what is told of them. */
function findActors(text) {
  const words = folded(text).split(/\s+/u).filter(Boolean).length ? shown(text).trim().split(/\s+/u).map(spellings).filter(([word]) => word) : [];
  if (!words.length) return [];
  return byImportance.map((actor) => ({ actor, ...matchOf(actor, words) })).filter(({ told }) => told).sort((a, b) => a.rank - b.rank);
}

/** Why an actor was found, where it was not by its name: "Field: education". */
const whyFound = (told) => told.map(({ key, text }) => `${say(key === "fields" ? "found_field" : key)}: ${shown(text)}`).join(", ");

/** Let a field suggest actors in a list: `among` says who may be chosen, `take` is called with the chosen one. */
function suggestIn(field, list, { among = () => true, take }) {
  const combobox = field.getAttribute("role") === "combobox";
  let found = [], at = -1, all = 0;
  const show = () => {
    const open = field.value.trim() !== "" && document.activeElement === field;
    list.hidden = !open;
    if (combobox) field.setAttribute("aria-expanded", String(open));
    if (open && at >= 0) field.setAttribute("aria-activedescendant", `${list.id}-${at}`); else field.removeAttribute("aria-activedescendant");
    if (!open) { list.replaceChildren(); return; }
    fill(list, found.map(({ actor, told }, place) => element("li", { role: "option", id: `${list.id}-${place}`, "aria-selected": String(place === at),
      onmousedown: (event) => event.preventDefault(), onclick: () => choose(actor) }, actorIcon(actor),
    element("span", { class: "name" }, nameElement(actors[actor].name), told.length ? element("bdi", { class: "caption", dir: "auto" }, whyFound(told)) : null))),
    found.length && found.length === all ? null : element("li", { role: "option", "aria-disabled": "true", "aria-selected": "false", class: "quiet" }, howMany()));
    for (const part of combobox ? [list, list.querySelector('[aria-selected="true"]') ?? field] : [list.querySelector('[aria-selected="true"]')])
      part?.scrollIntoView({ block: "nearest" });
  };
  const howMany = () => (!all ? say("nothing_found") : all > found.length ? say("suggestions_some", { shown: found.length, n: all }) : say("suggestions_count", { n: all }));
  const choose = (actor) => { empty(); take(actor); };
  const empty = () => { field.value = ""; found = []; at = -1; all = 0; show(); };
  field.addEventListener("input", () => {
    const fitting = findActors(field.value).filter(({ actor }) => among(actor));
    [found, at, all] = [fitting.slice(0, SUGGESTED), -1, fitting.length];
    show();
    aloud(field.value.trim() ? howMany() : "");
  });
  field.addEventListener("focus", show);
  field.addEventListener("blur", show);
  field.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.isComposing || (event.key === "Escape" && !field.value)) return;
    if (step && found.length) { at = at < 0 && step < 0 ? found.length - 1 : (at + step + found.length) % found.length; show(); }
    else if (event.key === "Enter" && found.length) choose(found[Math.max(at, 0)].actor);
    else if (event.key === "Escape") { empty(); aloud(""); event.stopPropagation(); }
    else return;
    event.preventDefault();
  });
}
