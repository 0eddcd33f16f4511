/* Header and banner: the city, when this was asked, how many answered, which view, which language. */

function fillHeader() {
  const { landscape, network } = analysis, rate = network.response_rate;
  const asOf = landscape.date ? say("as_of", { date: date(landscape.date) }) : null;
  document.documentElement.lang = state.language;
  document.title = asSupposed(say("title", { city: shown(byId("city").textContent) }));
  fillTitle();
  fillSkips();
  fill(byId("places"), placeLinks());
  fillAbout();
  showAbout();
  byId("subtitle").replaceChildren(element("span", { class: "wide" }, asSupposed(say("subtitle"))),
    ...(asOf ? [element("span", { class: "wide", "aria-hidden": "true" }, " · "), asOf] : []));
  byId("response").replaceChildren(...response(rate, network.actors));
  byId("banner").replaceChildren(element("b", {}, say(`banner_${analysis.audience}`)),
    asOf ? element("span", { class: "as-of" }, ` · ${asOf}`) : "", " · ", say("as_named"), ...drawnWith().map((told) => element("span", { class: "drawn-with" }, " · ", element("b", {}, drawnElements(told)))));
  byId("search").setAttribute("aria-label", say("search"));
  byId("search").placeholder = say("search");
  byId("suggestions").setAttribute("aria-label", say("suggestions"));
  byId("views").setAttribute("aria-label", say("views"));
  byId("show-map").textContent = say("map");
  byId("show-table").textContent = say("table");
  byId("drawer").textContent = say("results_and_legend");
  byId("language").textContent = say("other_language");
  byId("language").setAttribute("aria-label", say("switch_language"));
}

/** A long title stands in two lines; what does not fit there either is told in full by its tip. */
function fillTitle() {
  const title = byId("city").parentElement;
  title.title = shown(byId("city").textContent);
  title.classList.toggle("long", [...title.title].length > 32);
}

/** The first stops of the tab key: they jump to the map, the table and the search. */
function fillSkips() {
  const jump = (key, go) => linkButton({ role: "link", onclick: go }, say(key));
  byId("skip").setAttribute("aria-label", say("skip"));
  fill(byId("skip"), onMap.size ? jump("skip_map", () => { change({ view: "map" }); byId("picture").focus(); }) : null,
    jump("skip_table", () => { change({ view: "table" }); byId("twin").querySelector(".scroll")?.focus(); }),
    jump("skip_search", () => byId("search").focus()));
}

function response(rate, all) {
  if (rate === null || rate === undefined) return [element("span", { class: "quiet" }, say("response_unknown"))];
  const answered = Math.round(rate * all);
  return [element("span", {}, element("b", {}, say("responses", { answered, all })), " ", say("have_answered", { share: percent(rate) })),
    bar("answers", [[rate, "full"], [1 - rate, "empty"]])];
}

function listenToHeader() {
  byId("show-map").addEventListener("click", () => change({ view: "map" }));
  byId("show-table").addEventListener("click", () => change({ view: "table" }));
  byId("language").addEventListener("click", () => {
    change({ language: page.languages.find((language) => language !== state.language) });
  });
  byId("drawer").addEventListener("click", () => openDrawer(byId("drawer").getAttribute("aria-expanded") !== "true"));
}

function openDrawer(open) {
  byId("drawer").setAttribute("aria-expanded", open);
  byId("side").classList.toggle("open", open);
  byId("side").classList.remove("away");
}

function fillView() {
  const table = state.view === "table";
  document.body.dataset.view = state.view;
  byId("show-map").setAttribute("aria-pressed", !table);
  byId("show-table").setAttribute("aria-pressed", table);
  byId("twin").hidden = !table;
}
