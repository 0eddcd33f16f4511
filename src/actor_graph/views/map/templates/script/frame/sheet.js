/* On a phone the side becomes a sheet at the lower edge: results, legend, actor as tabs, three heights. */

const TABS = [["results", () => say("results")], ["legend", () => say("legend_short")], ["actor", () => say(PANEL_WORDS[currentPanel()] ?? "actor")]];
/** What the tab of an open panel is called. */
const PANEL_WORDS = { actor: "actor", circle: "circle_column", meeting: "meeting", without: "taken_out" };
const HEIGHTS = ["peek", "half", "full"];

function fillTabs() {
  const current = currentPanel() !== "findings" && state.tab !== "legend" ? "actor" : state.tab ?? "results";
  const held = byId("tabs").contains(document.activeElement) ? document.activeElement.dataset.key : null;
  document.body.dataset.tab = current;
  byId("tabs").setAttribute("aria-label", say("results_and_legend"));
  byId("upper").setAttribute("aria-label", say(PANEL_WORDS[currentPanel()] ?? "results"));
  byId("tabs").replaceChildren(
    element("button", { type: "button", class: "grip", "data-key": "grip", "aria-label": say("sheet_open"), onclick: nextHeight }, element("span", { "aria-hidden": "true" })),
    ...TABS.filter(([key]) => key !== "actor" || currentPanel() !== "findings").map(([key, text]) =>
      element("button", { type: "button", class: "tab", "data-key": key, "aria-pressed": String(key === current), onclick: () => openTab(key) }, text())));
  if (held) (byId("tabs").querySelector(`[data-key="${held}"]`) ?? byId("tabs").querySelector('[aria-pressed="true"]')).focus({ preventScroll: true });
}

function openTab(key) {
  if (key === "results" && currentPanel() !== "findings") leave();
  change({ tab: key });
}

function nextHeight() {
  const side = byId("side"), now = HEIGHTS.indexOf(side.dataset.height ?? "peek");
  side.dataset.height = HEIGHTS[(now + 1) % HEIGHTS.length];
}
