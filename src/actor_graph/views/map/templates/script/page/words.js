/* The words of the page in both languages, numbers as the language writes them. */

const read = (id) => JSON.parse(byId(id).textContent);
const page = read("page");

/** A sentence of the catalog in the page's language; `n` chooses between singular and plural. Where actors are grouped by
 *  another column than their kind, its heading stands in the words that speak of kinds. */
function say(key, given = {}) {
  const by = page.by && page.words[`${key}_by`], values = by ? { column: columnWord(page.by), ...given } : given;
  let text = (by || page.words[key])[state.language];
  if (typeof text === "object") text = text[Number(values.n) === 1 ? "one" : "other"];
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

function number(value, digits = 0) {
  return value.toLocaleString(state.language, { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

function percent(share, digits = 0) {
  return share.toLocaleString(state.language, { style: "percent", maximumFractionDigits: digits });
}

/** A day, month or year in words, as far as it is known. */
function date(text) {
  const [year, month, day] = text.split("-").map(Number);
  if (!month) return String(year);
  const parts = { year: "numeric", month: "long", ...(day && { day: "numeric" }), timeZone: "UTC" };
  return new Date(Date.UTC(year, month - 1, day || 1)).toLocaleDateString(state.language === "en" ? "en-GB" : "de", parts);
}

/** What an object holds under a key that may come from input: what it holds itself, never what every object has ("constructor"). */
const lookUp = (object, key) => (object && Object.hasOwn(object, key) ? object[key] : undefined);

/** A text that is a label in two languages, else one for both. */
const label = (labels) => labels[state.language];
