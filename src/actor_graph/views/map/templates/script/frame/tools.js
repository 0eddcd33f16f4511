/* The tools above the map: the switch, what size and color say, how many names. On a phone these three stand above the legend. */

remember("size", () => (state.size === FIRST_SIZE ? null : state.size), (text) => { state.size = SIZES.includes(text) ? text : FIRST_SIZE; resize(); });
remember("color", () => (state.color === "kind" ? null : state.color), (text) => { state.color = COLORINGS.has(text) ? text : "kind"; });
remember("names", () => (state.names === 1 ? null : String(Math.round(100 * state.names))), (text) => {
  const given = text === null || text.trim() === "" ? 100 : Number(text);
  state.names = Number.isFinite(given) ? Math.min(Math.max(given, 0), 100) / 100 : 1;
});
whenever(["size"], () => { resize(); fillKeys(); fillTools(); fillLegend(); });
whenever(["color"], () => { fillFindings(); fillLegend(); fillTools(); fillPanels(); fillAreas(); fillTable(); });
whenever(["names"], fillTools);
smallScreen.addEventListener("change", () => { fillTools(); fillLegend(); });

resize();

const tools = { key: null, switch: null, looks: null };

/** The row above the map. Its parts stay the same elements, so that a slider can be dragged and focus stays. */
function fillTools() {
  if (tools.key !== state.language) Object.assign(tools, { key: state.language, switch: switchTool(), looks: onMap.size ? lookTools() : null });
  tools.switch?.setAttribute("aria-checked", String(state.without));
  tools.looks?.querySelectorAll("[data-choice]").forEach(showChoice);
  const reset = state.moved ? linkButton({ class: "link reset", onclick: camera.resetPlaces }, say("reset_places")) : null;
  const wanted = [tools.switch, smallScreen.matches ? null : tools.looks, reset].filter(Boolean), box = byId("tools");
  if (wanted.length !== box.children.length || wanted.some((part, place) => part !== box.children[place] && part !== reset)) fill(box, wanted);
  giveToolsRoom();
}

const TOOLS_LINE = 40;

/** The picture begins lower by what the row takes beyond one line. */
function giveToolsRoom() {
  const more = `${Math.max(0, byId("tools").offsetHeight - TOOLS_LINE)}px`, { style } = byId("map");
  if (style.getPropertyValue("--more-tools") !== more) style.setProperty("--more-tools", more);
}

new ResizeObserver(giveToolsRoom).observe(byId("tools"));

/** Size, color and names where they stand above the legend. */
const toolsInLegend = () => (smallScreen.matches ? tools.looks : null);

function switchTool() {
  if (!removable.length || !analysis.without_top_dogs) return null;
  return element("button", { type: "button", role: "switch", id: "switch", class: "switch", onclick: () => change({ without: !state.without, selected: null, circle: null, open: null }) },
    element("span", { class: "track", "aria-hidden": "true" }), element("span", {}, say("without")));
}

function lookTools() {
  return element("div", { class: "look-tools", role: "group", "aria-label": say("looks") },
    SIZES.length > 1 ? choice("size", say("size"), SIZES, sizeName, sizeMeans, (key) => change({ size: key })) : null,
    COLORINGS.size > 1 ? choice("color", say("color"), [...COLORINGS.keys()], colorName, colorName, colorBy) : null, namesTool());
}

/** A native list of choices under the words that say what is chosen: they are as wide as what they say, not as the longest choice. */
function choice(key, title, keys, name, means, choose) {
  const list = element("select", { id: `choose-${key}`, "data-row": `choose-${key}`, onchange: (event) => choose(event.target.value) },
    keys.map((one) => element("option", { value: one, title: means(one) }, name(one))));
  return element("label", { class: "choice", "data-choice": key }, element("span", { class: "what" }, title), " ",
    element("b", { "aria-hidden": "true" }), element("span", { class: "arrow", "aria-hidden": "true" }, "▾"), list);
}

function namesTool() {
  const slide = (event) => change({ names: Number(event.target.value) / 100 });
  return element("label", { class: "choice names", "data-choice": "names" }, element("span", { class: "what" }, say("names")),
    element("input", { type: "range", id: "choose-names", "data-row": "choose-names", min: 0, max: 100, step: 10, oninput: slide }));
}

/** What is chosen, in the control and in words. */
function showChoice(box) {
  const key = box.dataset.choice, control = box.querySelector("select, input");
  if (key === "names") {
    const share = Math.round(100 * state.names);
    if (control.value !== String(share)) control.value = share;
    control.setAttribute("aria-valuetext", share === 100 ? say("names_all") : say("names_share", { share: percent(state.names) }));
    control.style.setProperty("--part", `${share}%`);
    box.title = control.getAttribute("aria-valuetext");
    return;
  }
  const [name, means] = key === "size" ? [sizeName, sizeMeans] : [colorName, colorName];
  control.value = state[key];
  box.querySelector("b").textContent = name(state[key]);
  box.title = means(state[key]);
}
