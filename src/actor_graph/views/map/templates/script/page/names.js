/* Names as their owners write them, in any script, unable to change how the rest of the page reads. */

const STEERING = /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;
const LEGAL = /[\s,]+(e\.?\s?V\.?|gGmbH|GmbH|gUG|eG)$/i;
const SLANTING = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Common}]*$/u;
const RIGHT_TO_LEFT = /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** Text with every control and direction character shown as its code, such as <U+202E>. */
function shown(text) {
  return String(text ?? "").replace(STEERING, (sign) =>
    `<U+${sign.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}>`);
}

/** A name as the map draws it: without the legal form. */
function shortName(name) {
  const whole = shown(name).trim();
  return whole.replace(LEGAL, "") || whole;
}

function direction(text) {
  return RIGHT_TO_LEFT.test(text) ? "rtl" : "ltr";
}

/** A name for the page, kept apart from the direction of the text around it. */
function nameElement(name) {
  return element("bdi", { dir: "auto" }, shown(name));
}

/** A name broken at spaces, hyphens and dashes into at most three lines. */
function wrapped(name, width = 18) {
  const lines = [];
  for (const word of shortName(name).split(/(?<=[-–—/])|\s+/u)) {
    const last = lines.at(-1);
    const glue = last && /[-–—/]$/u.test(last) && !/\s[-–—/]$/u.test(last) ? "" : " ";
    if (last !== undefined && last.length + glue.length + word.length <= width) lines[lines.length - 1] = last + glue + word;
    else lines.push(word);
  }
  return lines.length <= 3 ? lines : [...lines.slice(0, 2), `${lines[2].slice(0, width)}…`];
}

/** Letters that a search takes for one: those that stand without a mark of their own, and the Arabic ones that are written either way. */
const SAME = { "ß": "ss", "ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "þ": "th", "ħ": "h", "ŋ": "n",
  "ٱ": "ا", "ة": "ه", "ى": "ي", "ی": "ي", "ې": "ي", "ک": "ك", "ء": "", "ـ": "", "\u05be": "-", "\u05f3": "'", "\u05f4": '"' };
const ALIKE = new RegExp(`[${Object.keys(SAME).join("")}]`, "gu");
const UMLAUTS = { "ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa" };

/** What a search compares: without case, without marks above and below letters (vowel signs and points among them). */
function folded(text) {
  return shown(text).replace(/[\u200c\u200d\u00ad]/g, "").normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(ALIKE, (letter) => SAME[letter])
    .replace(/[’ʼ‘`´]/g, "'").replace(/[\u2010-\u2015\u2212]/g, "-");
}

/** A text in the two ways in which it may be typed: ü as u, and ü as ue. */
function spellings(text) {
  const spelled = String(text ?? "").normalize("NFC").toLowerCase().replace(/[äöüøå]/g, (letter) => UMLAUTS[letter]);
  return [...new Set([folded(text), folded(spelled)])];
}

const SECOND_PART = /(?<=\p{L}{4})(?=(organisation|gemeinschaft|einrichtung|verband|verein|gruppe|initiative|verwaltung|stelle|schule)\p{L}{0,2}(?!\p{L}))/giu;

/** A long German word that may be broken between its parts, for browsers that know no German hyphens. */
function softened(text) {
  return text.replace(SECOND_PART, "\u00ad");
}
