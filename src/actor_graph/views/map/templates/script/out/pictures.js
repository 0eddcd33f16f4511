/* Pictures that leave the page: the sheet as points (PNG) and as a drawing (SVG). */

const PNG_SCALE = 2;

/** What the sheet shows, for those who hear it. */
function paperWords() {
  const seen = everybody.filter((actor) => actorShown(actor) && !takenOut(actor)).length;
  return { title: document.title, description: say("paper_description", { shown: number(seen), all: number(actors.length), ties: number(ties.filter(tieShown).length) }) };
}

/** The sheet as written down by the recorder. */
function recordedPaper() {
  const recorder = new Recorder(PAPER.width, PAPER.height, paperWords());
  drawPaper(recorder, PAPER.width, PAPER.height);
  return recorder.root;
}

/** The name of a file: what it is, and when the landscape was asked. */
const paperFile = (what, ending) => fileName([what, analysis.landscape.date].filter(Boolean).join(" "), ending);

function savePng() {
  const canvas = document.createElement("canvas"), name = paperFile(say("map"), "png");
  Object.assign(canvas, { width: PNG_SCALE * PAPER.width, height: PNG_SCALE * PAPER.height });
  drawPaper(canvas.getContext("2d"), canvas.width, canvas.height);
  canvas.toBlob((blob) => { saveFile(name, "image/png", blob); sayExported(name); });
}

function saveSvg() {
  const name = paperFile(say("map"), "svg");
  saveFile(name, "image/svg+xml", `<?xml version="1.0" encoding="UTF-8"?>\n${svgText(recordedPaper())}\n`);
  sayExported(name);
}

function saveCsv() {
  const name = paperFile(say("table"), "csv");
  saveFile(name, "text/csv;charset=utf-8", tableCsv());
  sayExported(name);
}

const sayExported = (name) => aloud(say("exported", { name }));
