/* Files that leave the page: made here in memory and handed to the browser, which asks nobody for them. */

const FORBIDDEN = /[<>:"/\\|?*\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/g;
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** A file name that every system takes: the landscape's name, what it is, the ending. */
function fileName(what, ending) {
  const city = byId("city").textContent.replace(FORBIDDEN, " ").replace(/\s+/g, " ").replace(/^[\s.]+|[\s.]+$/gu, "");
  const start = [...city].slice(0, 80).join("").trim();
  return `${!start || RESERVED.test(start) ? "actor-graph" : start} – ${supposed ? `${supposedTold().short.replace(FORBIDDEN, " ")} – ` : ""}${what}.${ending}`;
}

/** Hand a file to the reader: `content` is a text, bytes or a blob, `type` its media type. */
function saveFile(name, type, content) {
  const address = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  const link = element("a", { href: address, download: name, hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
