/* Beside the network on paper: who is not yet networked and who has not answered; outside the office further actors by name. */

/** How the names may be set, roomiest first: letters, height of a row, columns on the side of the map. */
const SETTINGS = [{ size: 13, row: 20, columns: 1 }, { size: 12, row: 16.5, columns: 1 }, { size: 12, row: 16.5, columns: 2 }];
const COLUMN = 240;
const FEWER = [80, 50, 35, 25, 18, 12, 8, 4, 2, 1];

/** Draw the areas at the right edge of a box, as narrow as they can be; gives where they begin (the right edge where there are none).
 *  Where names have no room even in small letters, marks stand for them; where these have none, their number. */
function drawPaperAreas(ctx, { x, y, w, h }, least) {
  const across = least === w, settings = SETTINGS.map((setting) => ({ ...setting, columns: across ? Math.max(1, Math.floor(w / COLUMN)) : setting.columns }));
  const tall = (area) => area.items.reduce((sum, item) => sum + item.h, 0) + 20;
  for (const setting of [...settings, ...FEWER.map((rows) => ({ ...settings.at(-1), rows }))]) {
    const wide = across ? w : setting.columns > 1 ? 1.5 * least : least, areas = paperAreas(ctx, wide - 24, setting);
    if (!areas.length) return x + w;
    if (areas.reduce((sum, area) => sum + tall(area) + 12, -12) > h && setting.rows !== 1) continue;
    let top = y;
    for (const area of areas) {
      const box = { x: x + w - wide, y: top, w: wide, h: tall(area) };
      drawArea(ctx, area, box);
      top += box.h + 12;
    }
    return x + w - wide;
  }
}

function drawArea(ctx, { items, dashed }, box) {
  let y = box.y + 10;
  boxed(ctx, box, dashed ? { dash: [4, 3], line: paint["ink-2"] } : { fill: paint.panel });
  for (const item of items) { item.draw(box.x + 12, y); y += item.h; }
}

/** The areas of this audience: [{items: [{h, draw}], dashed}]. */
function paperAreas(ctx, w, setting) {
  if (!office) return furtherOnPaper(ctx, w, setting);
  if (actors.length < 2) return [];
  const isolated = withStatus("isolated"), fragments = smallCircles(withStatus("fragment")), unknown = withStatus("unknown"), gone = lost().size;
  const count = isolated.length + fragments.flat().length, sum = gone ? say("outside_before_after", { before: number(count), n: number(gone) }) : null;
  const list = (circlesOf) => (setting.rows ? [marksItem(ctx, circlesOf.flat(), w, setting.rows)] : [namesItem(ctx, circlesOf, w, setting)]);
  const outside = [headItem(ctx, say("outside"), gone ? `${number(count)} + ${number(gone)}` : number(count), w, "signal"), ...(sum ? [noteItem(ctx, sum, w)] : []),
    ...(isolated.length ? [groupItem(ctx, say("isolated"), number(isolated.length), w), ...(uncountedWords(isolated) ? [noteItem(ctx, uncountedWords(isolated), w)] : []), ...list(isolated.map((actor) => [actor]))] : []),
    ...(fragments.length ? [groupItem(ctx, say("fragments"), fragmentCount(fragments.flat()), w), ...list(fragments)] : []),
    ...(count ? [] : [noteItem(ctx, say("nobody_outside"), w)])];
  const silent = [headItem(ctx, say("unknown_area"), number(unknown.length), w, "hatched"), noteItem(ctx, silentWords(), w), ...list(unknown.map((actor) => [actor]))];
  return [{ items: outside }, ...(analysis.network.unknown ? [{ items: silent, dashed: true }] : [])];
}

/** Further actors by name, without a mark, and how many are not named here. */
function furtherOnPaper(ctx, w, setting) {
  const found = further(), rest = (analysis.others ?? []).filter(({ actors: count }) => count);
  const words = rest.map(({ type, actors: count }) => `${type === null ? say("no_kind") : shown(lookUp(page.labels[state.language].types, type) ?? type)} ${number(count)}`).join(", ");
  const items = found.length || !rest.length ? [headItem(ctx, say(analysis.withheld ? "actors" : "further"), number(found.length), w, null)] : [];
  const named = found.slice(0, (setting.rows ?? Infinity) * setting.columns);
  if (named.length) items.push(namesItem(ctx, named.map((actor) => [actor]), w, { ...setting, plain: true }));
  if (named.length < found.length) items.push(noteItem(ctx, say("paper_more", { n: number(found.length - named.length) }), w));
  if (rest.length) items.push(noteItem(ctx, `${say("withheld_kinds")} ${words}`, w));
  return found.length || rest.length ? [{ items }] : [];
}

function headItem(ctx, text, count, w, key) {
  const lines = linesOf(ctx, text, w - (key ? 20 : 0) - textWidth(ctx, count, { bold: true }) - 8, { bold: true }, 2);
  return { h: 18 * lines.length + 4, draw: (x, y) => {
    if (key) paperKey(ctx, key, x, y + 3);
    lines.forEach((line, k) => writeLine(ctx, line, x + (key ? 20 : 0), y + 13 + 18 * k, { bold: true }));
    writeLine(ctx, count, x + w, y + 13, { bold: true, align: "right" });
  } };
}

/** The square that stands for an area: in the signal color, or hatched. */
function paperKey(ctx, key, x, y) {
  ctx.beginPath();
  ctx.rect(x, y, 11, 11);
  ctx.lineWidth = 1;
  ctx.setLineDash([]);
  ctx.fillStyle = key === "signal" ? paint.signal : paint.map;
  ctx.fill();
  ctx.strokeStyle = key === "signal" ? paint["signal-edge"] : paint["ink-2"];
  if (key !== "signal") for (const [a, b, c, d] of [[0, 5, 5, 0], [0, 11, 11, 0], [6, 11, 11, 6]]) { ctx.moveTo(x + a, y + b); ctx.lineTo(x + c, y + d); }
  ctx.stroke();
}

function noteItem(ctx, text, w) {
  const look = { size: 12, color: paint["ink-2"] }, lines = linesOf(ctx, text, w, look);
  return { h: 16 * lines.length + 3, draw: (x, y) => writeLines(ctx, lines, x, y - 1, look, 16) };
}

function groupItem(ctx, text, count, w) {
  const look = { size: 12, bold: true }, lines = linesOf(ctx, text, w - textWidth(ctx, count, { size: 12 }) - 8, look, 2);
  return { h: 14 + 16 * lines.length, draw: (x, y) => {
    hairline(ctx, x, y + 4, w);
    lines.forEach((line, k) => writeLine(ctx, line, x, y + 20 + 16 * k, look));
    writeLine(ctx, count, x + w, y + 20, { size: 12, align: "right", color: paint["ink-2"] });
  } };
}

/** Names in columns, each after its mark; within a small circle a tie is drawn from mark to mark. */
function namesItem(ctx, circlesOf, w, { size, row, columns, plain = false }) {
  const wide = (w - 14 * (columns - 1)) / columns, left = plain ? 0 : 20;
  const rows = circlesOf.flatMap((members) => members.map((actor, place) => {
    const name = shortName(actors[actor].name), lines = columns > 1 && !plain ? [cutOff(ctx, name, wide - left, { size })] : linesOf(ctx, name, wide - left, { size }, 3);
    return { actor, lines, h: row + (lines.length - 1) * 1.2 * size, joined: place + 1 < members.length && tiedTo(actor).has(members[place + 1]) };
  }));
  const whole = rows.reduce((sum, { h }) => sum + h, 0), limit = Math.max(whole / columns, ...rows.map(({ h }) => h)), stacks = [[]];
  let filled = 0;
  for (const one of rows) {
    if (filled && filled + one.h / 2 > limit && stacks.length < columns) { stacks.push([]); filled = 0; }
    stacks.at(-1).push(one);
    filled += one.h;
  }
  const tall = Math.max(...stacks.map((stack) => stack.reduce((sum, { h }) => sum + h, 0)));
  return { h: tall + 2, draw: (x, y) => stacks.forEach((stack, k) => drawNames(ctx, stack, x + k * (wide + 14), y, { size, row, left })) };
}

function drawNames(ctx, stack, x, y, { size, row, left }) {
  let top = y;
  stack.forEach(({ h, joined }, k) => {
    if (left && joined && stack[k + 1]) {
      ctx.fillStyle = paint.tie;
      ctx.fillRect(x + 6, top + row / 2, 2, h);
    }
    top += h;
  });
  top = y;
  for (const { actor, lines, h } of stack) {
    if (left) actorMark(ctx, actor, x + 7, top + row / 2);
    if (left && SIGNED.includes(invitedStates[actor])) drawInvitedSign(ctx, invitedStates[actor], x - 6, top + row / 2);
    lines.forEach((line, k) => writeLine(ctx, line, x + left, top + row / 2 + 0.36 * size + k * 1.2 * size, { size, of: shown(actors[actor].name) }));
    top += h;
  }
}

const MARKS = 15;

/** Marks alone, where names have no room. */
function marksItem(ctx, found, w, rows) {
  const columns = Math.floor(w / MARKS), most = Math.min(found.length, columns * rows), h = Math.ceil(most / columns) * MARKS + 6;
  const rest = noteItem(ctx, most < found.length ? say("paper_more", { n: number(found.length - most) }) : say("paper_in_table"), w);
  return { h: h + rest.h, draw: (x, y) => {
    found.slice(0, most).forEach((actor, k) => actorMark(ctx, actor, x + 7 + MARKS * (k % columns), y + 10 + MARKS * Math.floor(k / columns)));
    rest.draw(x, y + h);
  } };
}
