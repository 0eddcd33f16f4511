/* Whoever goes on by key sees where: what covers the focus goes out of its way. */

/** The sheet of a phone goes down, and the page up; the drawer of a smaller window goes away until it is opened or filled anew. */
function uncover({ target }) {
  const side = byId("side"), { position } = getComputedStyle(side);
  if (!["fixed", "absolute"].includes(position) || side.contains(target) || target.closest("dialog") || !target.matches(":focus-visible")) return;
  if (!meets(target, side)) return;
  if (position === "absolute") { openDrawer(false); side.classList.add("away"); return; }
  side.dataset.height = "peek";
  if (meets(target, side)) target.scrollIntoView({ block: "nearest" });
}

function meets(one, other) {
  const [a, b] = [one, other].map((box) => box.getBoundingClientRect());
  return a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;
}

/** In a box that scrolls, it comes out of the edge that fades. */
function clearOfEdges({ target }) {
  const box = target.closest(".lists, .upper, .legend, .areas, .further"), room = box?.matches(".lists") ? 18 : 44;
  if (!box || target === box || !target.matches(":focus-visible")) return;
  const place = target.getBoundingClientRect(), edge = box.getBoundingClientRect(), above = edge.top + room - place.top, below = place.bottom + room - edge.bottom;
  if (above > 0 && below > 0) return;
  if (above > 0) box.scrollTop -= above;
  if (below > 0) box.scrollTop += below;
}

/** In a table that scrolls, a cell comes out from under the headings and the names, which stay where they are. */
function comeOut({ target, currentTarget: box }) {
  const corner = box.querySelector("thead tr > :first-child")?.getBoundingClientRect(), place = target.getBoundingClientRect(), edge = box.getBoundingClientRect();
  if (!corner || target === box) return;
  if (!target.closest("tr > th:first-child")) {
    if (place.right > edge.right - 2) box.scrollLeft += place.right - edge.right + 2;
    const { left } = target.getBoundingClientRect();
    if (left < corner.right + 2) box.scrollLeft -= corner.right + 2 - left;
  }
  if (!target.closest("thead") && place.top < corner.bottom + 2) box.scrollTop -= corner.bottom + 2 - place.top;
}

document.addEventListener("focusin", uncover);
document.addEventListener("focusin", clearOfEdges);
whenever(["selected", "circle", "open", "without"], () => queueMicrotask(() => {
  const side = byId("side"), here = document.activeElement;
  side.classList.remove("away");
  if (here !== byId("picture") && getComputedStyle(side).position === "absolute") uncover({ target: here });
}));
