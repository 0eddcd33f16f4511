/* The signs of a list of invitations: a tick beside those who are invited, an open ring with a bar beside those who are not
 * reached; who is tied to somebody invited has none. Shapes tell them apart, not colors. */

const SIGN = 6;
const SIGNED = ["in", "not"];
const TICK = [[-3, 0.2], [-0.9, 2.3], [3.1, -2.2]], DASH = [[-2.6, 0], [2.6, 0]];

function drawInvitedSign(ctx, key, x, y) {
  const inside = key === "in";
  ctx.setLineDash([]);
  ctx.beginPath();
  ctx.arc(x, y, SIGN, 0, 2 * Math.PI);
  Object.assign(ctx, { fillStyle: inside ? paint.accent : paint.map, strokeStyle: inside ? paint.map : paint.ink, lineWidth: 1.4, lineCap: "butt", lineJoin: "miter" });
  ctx.fill();
  ctx.stroke();
  ctx.beginPath();
  (inside ? TICK : DASH).forEach(([dx, dy], at) => ctx[at ? "lineTo" : "moveTo"](x + dx, y + dy));
  Object.assign(ctx, { strokeStyle: inside ? paint.map : paint.ink, lineWidth: 1.8 });
  ctx.stroke();
}

/** The signs beside the marks on the map. */
function drawInvitedMarks(ctx, scale) {
  if (!invited) return;
  const light = spotlight();
  for (const actor of fromLeast) {
    if (!SIGNED.includes(invitedStates[actor]) || !actorShown(actor) || takenOut(actor)) continue;
    const away = (screenRadius(actor, scale) + SIGN - 1) * Math.SQRT1_2;
    ctx.globalAlpha = light && !light.actors.has(actor) ? 0.2 : 1;
    drawInvitedSign(ctx, invitedStates[actor], at[actor].x * scale - away, at[actor].y * scale - away);
    ctx.globalAlpha = 1;
  }
}

/** A sign in the page; nothing for who has none. */
function invitedIcon(key) {
  if (!SIGNED.includes(key)) return null;
  const points = (key === "in" ? TICK : DASH).map(([dx, dy]) => `${8 + dx},${8 + dy}`).join(" ");
  return drawn("svg", { viewBox: "0 0 16 16", class: `mark invited-${key}`, "aria-hidden": "true" }, drawn("circle", { cx: 8, cy: 8, r: SIGN }), drawn("polyline", { points }));
}

/** The sign beside a name, with the word for those who can't see it. */
const invitedBeside = (actor) => (invited && SIGNED.includes(invitedStates[actor])
  ? element("span", { class: "invited-sign", title: invitedWord(actor) }, invitedIcon(invitedStates[actor]), element("span", { class: "hidden" }, ` (${invitedWord(actor)})`)) : null);

/** The group of the legend, which is a filter like all of it; null where marks are colored by it, which stands there already. */
function invitedGroup() {
  if (!invited || FACETS.invited.inLegend) return null;
  const counts = facetCounts("invited"), sign = (value) => invitedIcon(value) ?? drawn("svg", { class: "mark", "aria-hidden": "true" });
  return element("div", { role: "group", class: "invited-group", "aria-label": facetTitle("invited") }, element("h3", {}, facetTitle("invited")),
    facetValues("invited", counts).map((value) => facetRow("invited", value, counts, sign(value))));
}

/** The same on paper. */
const invitedRows = () => (!invited || colorFacet() === "invited" ? [] : facetValues("invited").map((value) => ({ text: say(`invited_${value}`), count: shownOf(facetCounts("invited").get(value)),
  sign: SIGNED.includes(value) ? (ctx, x, y) => drawInvitedSign(ctx, value, x, y) : null })));
