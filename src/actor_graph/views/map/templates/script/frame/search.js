/* The search: suggestions while typing, arrows choose, Enter takes the first or the chosen one. */

const SUGGESTED = 8;
const searchable = actors.map(({ name }) => folded(name));
const ABOUT = office ? ["fields", "needs", "offers"] : ["fields"];
const toldOf = actors.map((actor) => folded(ABOUT.flatMap((key) => actor[key] ?? []).join(" ")));
let suggested = [], chosenSuggestion = -1;

/** Actors whose name holds all words, those that begin with them first; then those whose fields, needs or offers do. */
function find(text) {
  const words = folded(text).split(/\s+/).filter(Boolean);
  if (!words.length) return [];
  const named = (actor) => words.every((word) => searchable[actor].includes(word));
  const rank = (actor) => (!named(actor) ? 3 : searchable[actor].startsWith(words[0]) ? 0 : ` ${searchable[actor]}`.includes(` ${words[0]}`) ? 1 : 2);
  return byImportance.filter((actor) => named(actor) || words.every((word) => toldOf[actor].includes(word))).sort((a, b) => rank(a) - rank(b)).slice(0, SUGGESTED);
}

function fillSuggestions() {
  const field = byId("search"), list = byId("suggestions");
  list.hidden = !field.value.trim() || document.activeElement !== field;
  list.replaceChildren(...suggested.map((actor, place) => element("li", {
    role: "option", id: `suggestion-${place}`, "aria-selected": String(place === chosenSuggestion),
    onmousedown: (event) => { event.preventDefault(); take(actor); } }, actorIcon(actor), nameElement(actors[actor].name))));
  if (!suggested.length) list.append(element("li", { role: "option", "aria-disabled": "true", "aria-selected": "false", class: "quiet" }, say("nothing_found")));
  if (chosenSuggestion >= 0) field.setAttribute("aria-activedescendant", `suggestion-${chosenSuggestion}`);
  else field.removeAttribute("aria-activedescendant");
}

function take(actor) {
  byId("search").value = "";
  suggested = [];
  chosenSuggestion = -1;
  if (!actorShown(actor)) showAll();
  select(actor);
  camera.show(actor);
  fillSuggestions();
  byId("upper").focus({ preventScroll: true });
}

function listenToSearch() {
  const field = byId("search");
  const look = () => {
    suggested = find(field.value);
    chosenSuggestion = -1;
    fillSuggestions();
    if (field.value.trim()) aloud(suggested.length ? say("suggestions_count", { n: suggested.length }) : say("nothing_found"));
  };
  field.addEventListener("input", look);
  field.addEventListener("focus", fillSuggestions);
  field.addEventListener("blur", () => { byId("suggestions").hidden = true; });
  field.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && suggested.length) chosenSuggestion = (chosenSuggestion + step + suggested.length) % suggested.length;
    else if (event.key === "Enter" && suggested.length) { take(suggested[Math.max(chosenSuggestion, 0)]); event.preventDefault(); return; }
    else if (event.key === "Escape") { field.value = ""; suggested = []; event.stopPropagation(); }
    else return;
    event.preventDefault();
    fillSuggestions();
  });
}
