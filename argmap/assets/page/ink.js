// Boxes, joints and lines as SVG. Words are set as text, never as markup.

const ROUND = 8; // radius of boxes and of bends
const GLYPHS = {
  support: "M-4.5 0H4.5M0-4.5V4.5",
  attack: "M-4.5 0H4.5",
  undercut: "M-3.4-3.4L3.4 3.4M-3.4 3.4L3.4-3.4",
};

const FLAGS = {
  in: "M-5 0.5L-1.5 4L5-4",
  out: "M-4-4L4 4M-4 4L4-4",
  undecided: "M-3-2.5C-3-6 3-6 3-2.5C3-0.5 0-0.5 0 1.5M0 4.9V5",
  unknown: "M-4 0H-3.9M0 0H0.1M4 0H4.1",
  strength: "M-4 4V1M0 4V-1M4 4V-4",
  added: "M0-5L5 0L0 5L-5 0Z",
  removed: "M-4-4L4 4M-4 4L4-4",
  changed: "M-5-1C-3-5-1-3 0-1.5S4 1 5-2.5M-5 4C-3 0-1 2 0 3.5S4 6 5 2.5",
};

function draw(tag, attributes = {}, ...inside) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== "" && value !== undefined && value !== false) made.setAttribute(name, value);
  }
  made.append(...inside.filter(Boolean));
  return made;
}

const rectangle = (look, x, y, width, height, border) =>
  draw("rect", {
    class: look, x, y, width, height, rx: Math.min(ROUND, height / 2), "stroke-width": border,
  });

// A line of words, as wide as it was measured, in whatever font.
function written([x, y, text, width, size, tone = "ink", bold = 0, rtl = 0]) {
  const fit = width > 4 ? { textLength: width, lengthAdjust: "spacingAndGlyphs" } : {};
  return draw("text", {
    class: tone, x, y, "font-size": size, "font-weight": bold ? "bold" : "",
    direction: rtl ? "rtl" : "", ...fit,
  }, text);
}

function chip([x, y, width, inner, text, look, high, size]) {
  const words = [x + (width - inner) / 2, y + high / 2 + size * 0.36, text, inner, size, "chip", 1];
  return draw("g", { class: `chip ${look}` }, rectangle("c", x, y, width, high, 1.25), written(words));
}

// What is said of a claim on top, a verdict or a difference: its sign, and how full its bar is.
function flag([kind, x, y, left, right, share]) {
  const isFull = kind === "added";
  const made = draw("g", { class: "flagged" }, draw("path", {
    class: isFull ? "f full" : "f", d: FLAGS[kind] ?? FLAGS.unknown, transform: `translate(${x} ${y})`,
  }));
  if (left === undefined) return made;
  const wide = (right - left) * Math.min(Math.max(share, 0), 1);
  for (const [width, look] of [[right - left, "f"], [wide, "f full"]]) {
    made.append(draw("rect", { class: look, x: left, y: y - 4, width, height: 8, "stroke-width": 1 }));
  }
  return made;
}

function sign(sort, x, y) {
  if (!GLYPHS[sort]) return null;
  return draw("g", { class: "sign", transform: `translate(${x} ${y})` },
    draw("circle", { r: 9 }), draw("path", { d: GLYPHS[sort] }));
}

// The element of a node, made when it is first seen.
function element(node) {
  if (!node.element) {
    const look = node.isBox ? `box ${node.role}${node.look ? ` looks-${node.look}` : ""}` : "joint";
    node.element = draw("g", {
      class: `${look} is-${node.sort}`, role: "treeitem", tabindex: -1,
      "aria-level": node.level, lang: state.book.language,
    });
    node.element.node = node;
  }
  if (node.stale) renew(node);
  return node.element;
}

// Bring an element up to date after something was opened, closed, hidden or revealed.
function renew(node) {
  node.stale = false;
  if (node.isBox) dress(node);
  else if (!node.element.firstChild) {
    const lone = GLYPHS[node.sort] ? null : draw("circle", { class: "dot", r: 6, cx: 9, cy: 9 });
    node.element.append(...[sign(node.sort, JOINT, JOINT), lone].filter(Boolean));
    node.element.setAttribute("aria-label", node.name);
  }
  label(node);
  node.element.setAttribute("aria-posinset", node.fellow[0]);
  node.element.setAttribute("aria-setsize", node.fellow[1]);
}

// Words are put into a box when it is first seen from so near that they can be read; in practice
// a question stands in their place.
function fillIn(node) {
  if (!node.isBox || node.inside) return;
  const parts = node.hidden
    ? blank(node)
    : [...node.lines.map(written), ...(node.chips ?? []).map(chip), ...(node.flags ?? []).map(flag)];
  const mark = node.part ? null : sign(node.sign, 0, node.entry);
  node.inside = draw("g", { class: "inside", "aria-hidden": true }, ...parts, mark);
  node.element.firstChild.after(node.inside);
}

// Give a box its frame and its name.
function dress(node) {
  const hidden = isConcealed(node);
  if (node.element.firstChild && node.hidden === hidden) return;
  node.hidden = hidden;
  node.inside = null;
  node.element.replaceChildren(rectangle("b", 0, 0, node.width, node.height, node.border));
  node.element.classList.toggle("hidden", hidden);
  node.element.setAttribute("aria-label", hidden ? say("concealed") : node.name);
  if (node.groups.length && !hidden) node.element.append((node.knob = draw("g", { class: "knob" })));
  else node.knob = null;
}

function blank(node) {
  const text = say("concealed-short");
  const y = node.height / 2 + 5;
  return [draw("text", { class: "quiet", x: node.width / 2, y, "font-size": 13, "text-anchor": "middle" }, text)];
}

// Say what is open and how many fellows a node has; renew the knob at its foot.
function label(node) {
  const can = node.groups.length && (node.joint || !isConcealed(node));
  const open = can && !state.closed.has(node.key);
  if (can) node.element.setAttribute("aria-expanded", open);
  else node.element.removeAttribute("aria-expanded");
  if (!node.knob || node.knob.open === open) return;
  node.knob.open = open;
  const count = open ? "" : String(countBelow(node));
  const wide = open ? 20 : 24 + 7 * count.length;
  const d = open ? "M-4-2L0 2L4-2" : "M-2-4L2 0L-2 4";
  const [x, y] = [node.width - wide - 10, node.height - 10];
  node.knob.replaceChildren(
    draw("rect", { x: x - 6, y: y - 6, width: wide + 12, height: 32, class: "reach" }),
    draw("rect", { x, y, width: wide, height: 20, rx: 10, class: "k" }),
    draw("path", { d, transform: `translate(${x + 10} ${node.height})` }),
    count && draw("text", { x: x + 18, y: node.height + 4, "font-size": 12 }, count),
  );
}

// The line from above to a node.
function lineElement(node) {
  if (!node.lineElement) {
    node.lineElement = draw("g", { class: `link is-${node.sign || "option"}${node.part ? " part" : ""}` },
      draw("path", { class: "l" }));
    if (!node.part && node.sign && node.sign !== "option") {
      const open = node.sign === "warrant" ? " open" : "";
      node.lineElement.append(draw("path", { class: `a${open}` }));
    }
  }
  return node.lineElement;
}

function route(node, points) {
  const [line, tip] = lineElement(node).children;
  const starts = tip ? [nearer(points[0], points[1], 8), ...points.slice(1)] : points;
  line.setAttribute("d", bent(starts));
  if (tip) tip.setAttribute("d", head(points, node.sign, node.upper.joint ? 3.5 : 5));
}

const far = ([x, y], [u, v]) => Math.hypot(u - x, v - y);

function nearer(from, to, by) {
  const share = by / Math.max(far(from, to), 0.01);
  return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
}

const pair = ([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`;

// A path along corners, each rounded as far as its sides allow.
function bent(corners) {
  let d = `M${pair(corners[0])}`;
  for (let n = 1; n < corners.length - 1; n++) {
    const [before, here, after] = corners.slice(n - 1, n + 2);
    const radius = Math.min(ROUND, far(before, here) / 2, far(here, after) / 2);
    d += `L${pair(nearer(here, before, radius))}Q${pair(here)} ${pair(nearer(here, after, radius))}`;
  }
  return `${d}L${pair(corners.at(-1))}`;
}

// What stands at the upper end of a line: an arrow or a bar.
function head(points, sort, half) {
  const [x, y] = points[0];
  const [nx, ny] = nearer(points[0], points[1], 1);
  const [dx, dy] = [nx - x, ny - y];
  if (sort === "support" || sort === "warrant") {
    const [bx, by] = [x + 9.5 * dx, y + 9.5 * dy];
    const [left, right] = [[bx - half * dy, by + half * dx], [bx + half * dy, by - half * dx]];
    return `M${pair([x, y])}L${pair(left)}L${pair(right)}Z`;
  }
  const [mx, my] = [x + 4 * dx, y + 4 * dy];
  const wide = half * 1.25;
  const [left, right] = [[mx - wide * dy, my + wide * dx], [mx + wide * dy, my - wide * dx]];
  return `M${pair(left)}L${pair(right)}M${pair([mx, my])}L${pair(nearer(points[0], points[1], 8))}`;
}
