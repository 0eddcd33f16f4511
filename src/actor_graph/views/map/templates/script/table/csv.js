/* The table as CSV: what it shows, in its order, with its columns, written as the command writes its own tables. */

/** Where a program could see the beginning of a formula: of a cell, of a line in it, behind the separator of other tables. */
const FORMULAS = Object.fromEntries([[";", ","], [",", ";"]].map(([own, other]) => [own, new RegExp(`(^|[${other}])(?=[\\s"']*[=+\\-@\uff1d\uff0b\uff0d\uff20])`, "gmu")]));

/** One cell: numbers whole and with the decimal sign of the language, texts so that no program takes them for a formula. */
function csvCell(value, separator) {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return separator === ";" ? String(value).replace(".", ",") : String(value);
  const text = (Array.isArray(value) ? value.join("; ") : String(value)).replace(/\r\n?/g, "\n").replace(/\t/g, " ").split("\n").map(shown).join("\n");
  const harmless = text.replace(FORMULAS[separator], "$1'");
  return /["\n,;]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** What the table shows, as text: semicolon and decimal comma in German, comma and point in English. */
function tableCsv() {
  const separator = state.language === "de" ? ";" : ",", list = tableColumns();
  const heads = list.map(({ title }) => title()), rows = sortedActors().map((actor) => list.map(({ of }) => of(actor)));
  return `\ufeff${[heads, ...rows].map((cells) => `${cells.map((value) => csvCell(value, separator)).join(separator)}\r\n`).join("")}`;
}
