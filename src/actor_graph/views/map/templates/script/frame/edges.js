/* Where a box holds more than it shows, its edge fades, so that one sees that it can be scrolled. */

const SCROLLING = ["upper", "legend", "areas", "further"];
const scrollingBoxes = () => [...SCROLLING.map(byId), ...byId("areas").querySelectorAll(".lists")];

function fillEdges() {
  for (const box of scrollingBoxes()) {
    const above = box.scrollTop > 2, below = box.scrollHeight - box.clientHeight - box.scrollTop > 2;
    const more = [above && "above", below && "below"].filter(Boolean).join(" ");
    if ((box.dataset.more ?? "") !== more) box.dataset.more = more;
  }
}

function listenToEdges() {
  const sizes = new ResizeObserver(fillEdges), contents = new MutationObserver(fillEdges);
  for (const box of SCROLLING.map(byId)) {
    box.addEventListener("scroll", fillEdges, { passive: true, capture: true });
    box.addEventListener("toggle", fillEdges, { capture: true });
    sizes.observe(box);
    contents.observe(box, { childList: true, subtree: true });
  }
}
