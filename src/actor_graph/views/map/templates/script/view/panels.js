/* What stands in the side: one panel at a time. The first whose time has come is shown, else the findings. */

const PANELS = [];

/** A panel in the section of that id: `when` it is shown, and how it is filled. */
function panel(id, when, fillIt) {
  PANELS.push({ id, when, fillIt });
}

/** The id of the panel that stands in the side now. */
const currentPanel = () => PANELS.find(({ when }) => when())?.id ?? "findings";

let readNow = "";

/** Fill the panel. Who goes on reading in the same one keeps place and focus. */
function fillPanels() {
  const current = currentPanel(), reading = [current, state.selected, state.circle].join(), { scrollTop } = byId("upper");
  const focused = byId("upper").contains(document.activeElement) ? document.activeElement.id : "";
  document.body.classList.toggle("chosen", current !== "findings");
  byId("findings").hidden = current !== "findings";
  for (const { id, fillIt } of PANELS) {
    const box = byId(id);
    box.hidden = id !== current;
    if (id === current) fillIt(box); else box.replaceChildren();
  }
  byId("upper").scrollTop = reading === readNow ? scrollTop : 0;
  if (focused && reading === readNow) byId(focused)?.focus({ preventScroll: true });
  readNow = reading;
}

/** The link back to the findings, at the head of each panel, and for those who go on by key what they would reach late. */
function backLink() {
  return [backwards(), element("div", { class: "onward" }, onward())];
}

function backwards() {
  return linkButton({ class: "link back", onclick: () => { leave(); focusFirst(byId("upper"), ...lastResorts()); } }, element("span", { "aria-hidden": "true" }, "← "), say("back"));
}

/** Links that are seen where they have the focus: to the shortest way at the foot of an actor's panel, and out of the panel to the switch or the map. */
function onward() {
  const jump = (key, go) => linkButton({ role: "link", onclick: go }, say(key)), toMap = (id) => () => { change({ view: "map" }); byId(id).focus(); };
  return [state.selected !== null && asksWay(state.selected) ? jump("skip_way", () => byId("way-to").focus()) : null,
    tools.switch ? jump("skip_switch", toMap("switch")) : onMap.size ? jump("skip_map", toMap("picture")) : null];
}

/** Leave what is open: the panel, the chosen actor, the thought experiment. */
function leave() {
  change(currentPanel() === "without" ? { without: false } : { selected: null, circle: null, open: null });
}
