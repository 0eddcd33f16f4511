/* Elements of the page. Text goes in as text, never as markup. */

const byId = (id) => document.getElementById(id);

/** A new element: attributes, listeners (keys that start with "on"), then children (texts or elements). */
function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (value === true) made.setAttribute(key, "");
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(key, value);
  }
  made.append(...there(children));
  return made;
}

/** The children that there are: nothing stands for null, undefined or false. */
const there = (children) => children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false);

/** Put these children, and nothing else, into a box. */
function fill(box, ...children) {
  box.replaceChildren(...there(children));
}

/** A new element of a drawing. */
function drawn(name, attributes = {}, ...children) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** A sentence in which **…** stands around what is bold, as a list of texts and elements. */
function sentence(text) {
  return text.split("**").map((part, at) => (at % 2 ? element("b", {}, part) : part));
}

/** A button that looks like a link. */
function linkButton(attributes, ...children) {
  return element("button", { type: "button", class: "link", ...attributes }, ...children);
}

/** A horizontal bar of parts: [[share, class or color], …]. It repeats what stands beside it in words. */
function bar(className, parts) {
  const total = parts.reduce((sum, [share]) => sum + share, 0) || 1;
  return element("span", { class: `bar ${className}`, "aria-hidden": "true" },
    parts.filter(([share]) => share > 0).map(([share, look]) => {
      const piece = element("span", { class: look.startsWith("var") ? "" : look });
      piece.style.flexGrow = share / total;
      if (look.startsWith("var")) piece.style.background = look;
      return piece;
    }));
}
