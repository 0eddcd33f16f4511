/* About this map: what it is of, who counts, where it comes from, how to cite it, and whom to turn to. */

Object.assign(state, { about: false });
remember("about", () => (state.about ? "yes" : null), (text) => { state.about = text === "yes"; });

const MAIL = /^[^\s@<>()"'`,;:?&=%/\\]+@[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+$/u;

/** What an address may lead to: an e-mail address or a page; null for all else, which stays text. */
function target(text) {
  if (typeof text !== "string" || shown(text) !== text) return null;
  if (MAIL.test(text)) return `mailto:${text}`;
  if (!/^https?:\/\/[^\s"'<>`\\]+$/i.test(text)) return null;
  try { return new URL(text).username ? null : new URL(text).href; } catch { return null; }
}

/** An address as a link where it is one, else as the text that it is. */
function addressLink(text, words = nameElement(text), options = {}) {
  const href = target(text);
  return href ? element("a", { class: "link", href, rel: "noreferrer noopener", ...(href.startsWith("http") ? { target: "_blank" } : {}), ...options }, words) : nameElement(text);
}

/** The links at the edge of the page: about this map, and where they are given accessibility and feedback. */
function placeLinks() {
  const { accessibility, feedback } = analysis.landscape;
  const first = (place) => [place?.statement, place?.address].find((text) => target(text));
  const link = (key, place) => (first(place) ? addressLink(first(place), say(key)) : null);
  return [linkButton({ class: "link about-link", "aria-haspopup": "dialog", onclick: () => change({ about: true }) }, say("about")),
    link("accessibility", accessibility), link("feedback", feedback && { statement: feedback.address, address: feedback.statement })];
}

const footLinks = () => element("footer", { class: "foot" }, placeLinks());

/** How many have checked their entry; nothing where nobody was asked to, or the number may not be told. */
const checkedTold = (n) => (typeof n === "number" ? `. ${say("about_checked", { n, actors: analysis.network.actors })}` : "");

function fillAbout() {
  const { landscape, network, settings } = analysis, rate = network.response_rate, box = byId("about");
  const text = (value) => (value ? element("bdi", { dir: "auto" }, shown(value)) : null);
  const name = shown(byId("city").textContent), asOf = landscape.date ? date(landscape.date) : null;
  const cited = [name, asOf, say("cite_made", { version: settings?.version ?? "", seed: settings?.seed ?? "" })].filter(Boolean).join(". ");
  const counted = (landscape.kinds_counted ?? []).map(tieKindLabel).join(", ");
  const list = (items) => (items.length ? element("ul", {}, items.map((item) => element("li", {}, item))) : null);
  const place = (given) => list([given?.address, given?.statement].filter(Boolean).map((one) => addressLink(one)));
  const rows = [["about_name", text(name)], ["place", text(landscape.place)], ["about_date", asOf], ["about_boundary", text(landscape.boundary)],
    ["about_sources", list((landscape.sources ?? []).map(text))],
    ["about_answers", [typeof rate === "number" ? `${say("responses", { answered: Math.round(rate * network.actors), all: network.actors })} ${say("have_answered", { share: percent(rate) })}` : say("response_unknown"), checkedTold(landscape.checked)]],
    ["about_audience", `${say(`banner_${analysis.audience}`)}. ${say("as_named")}`], ["about_drawn", list(drawnWith().map(drawnElements))], ["about_kinds", counted || say("about_all_kinds")], ["about_method", [say("about_method_text"), settings?.confirmed ? ` ${say("about_confirmed")}` : ""]],
    ["about_cite", text(cited)], ["about_keys", list(["keys_map", "keys_zoom", "keys_escape", "keys_search"].map((key) => say(key)))],
    ["accessibility", place(landscape.accessibility)], ["feedback", place(landscape.feedback)]];
  box.setAttribute("aria-labelledby", "about-title");
  fill(box, element("div", { class: "about-head" }, element("h2", { id: "about-title" }, say("about")),
    element("button", { type: "button", class: "control", onclick: () => change({ about: false }) }, say("close"))),
  element("div", { class: "about-body", tabindex: 0, role: "group", "aria-labelledby": "about-title" }, element("dl", {}, rows.filter(([, told]) => told).map(([key, told]) =>
    element("div", {}, element("dt", {}, say(key)), element("dd", {}, told))))));
}

/** Open or close what the state says; a browser gives the focus back to where it was. */
function showAbout() {
  const box = byId("about");
  if (state.about && !box.open) { fillAbout(); box.showModal(); }
  if (!state.about && box.open) box.close();
}

function listenToAbout() {
  const box = byId("about");
  box.addEventListener("keydown", (event) => event.stopPropagation());
  box.addEventListener("close", () => { if (state.about) change({ about: false }); });
  box.addEventListener("click", (event) => { if (event.target === box) change({ about: false }); });
}

listenToAbout();
whenever(["about"], showAbout);
