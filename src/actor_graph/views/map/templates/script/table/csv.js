/* The table as CSV: what it shows, in its order, with its columns, written as the command writes its own tables. */

const FORMULA = /^\s*[=+\-@]/u;

/** One cell: numbers whole and with the decimal sign of the language, texts so that no program takes them for a formula. */
function csvCell(value, separator) {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return separator === ";" ? String(value).replace(".", ",") : String(value);
  const text = (Array.isArray(value) ? value.join("; ") : typeof value === "boolean" ? yesOrNo(value) : String(value)).replace(/\r\n?/g, "\n").replace(/\t/g, " ").split("\n").map(shown).join("\n");
  const harmless = FORMULA.test(text) ? `'${text}` : text;
  return /["\n]/.test(harmless) || harmless.includes(separator) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** What the table shows, as text: semicolon and decimal comma in German, comma and point in English. */
function tableCsv() {
  const separator = state.language === "de" ? ";" : ",", list = tableColumns();
  const heads = list.map(({ title }) => title()), rows = sortedActors().map((actor) => list.map(({ of }) => of(actor)));
  return `\ufeff${[heads, ...rows].map((cells) => `${cells.map((value) => csvCell(value, separator)).join(separator)}\r\n`).join("")}`;
}

const saveTable = () => saveFile(fileName(say("actors"), "csv"), "text/csv;charset=utf-8", tableCsv());
