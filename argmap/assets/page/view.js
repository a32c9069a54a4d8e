// What of the map is in sight: panning, zooming, and drawing only what is there to be seen. The
// drawing is moved as a whole, by one transform, so that panning costs the same for any map.

const view = { x: 0, y: 0, k: 1 }; // where the drawing's corner stands in the stage, and how large
const LEAST = 0.04;
const READABLE = 0.66; // words that are smaller than this are no pleasure to read
const MOST = 4;
const FAR = 0.23; // smaller than this letters have not three pixels, and are not drawn
const AROUND = 400; // pixels around the stage that are drawn as well
const MOVING = 260; // milliseconds
const PAUSES = 90; // milliseconds between completions of a view that is being moved
const FEW = 400; // more than so many boxes in sight jump to their places
let order = []; // what is shown, in reading order
let waiting = 0; // the frame in which the view is to be shown
let resting = 0; // the timer that ends a gesture
let running = 0; // the frame of what is moving
let drawn = 0; // when the view was last completed
let covered = null; // what was drawn then: from where to where in the map, and whether from afar

const stage = one("stage");
const world = one("world");
const treeLayer = one("tree");
const lineLayer = one("lines");

// Lay out anew; what `anchor` names stays where it is on the screen, unless something else is told.
function relayout(anchor = null, moves = true) {
  const before = new Map(order.map((node) => [node, [node.x, node.y, node.line]]));
  const from = anchor && before.get(anchor);
  order = tidy();
  const place = () => {
    if (from) {
      view.x += (from[0] - anchor.x) * view.k;
      view.y += (from[1] - anchor.y) * view.k;
    }
  };
  number();
  place();
  cancelAnimationFrame(running);
  const size = stage.getBoundingClientRect();
  const seen = (node, place) => place && isInSight(node, size, place);
  const moving = order.filter(
    (node) => seen(node, [node.x, node.y]) || seen(node, before.get(node)),
  );
  order.forEach(settle);
  if (!moves || still.matches || !before.size || moving.length > FEW) show();
  else move(moving, before, from ? anchor : null);
}

// Say of each node that is shown which it is among its fellows.
function number() {
  const fellows = (nodes) => nodes.forEach((node, n) => {
    node.fellow = [n + 1, nodes.length];
  });
  const rows = tops().flatMap((node) => (node.bare ? children(node) : [node]));
  fellows(rows);
  for (const node of order) {
    fellows(node.now.groups.flat());
    node.stale = true;
  }
}

// Put a node and its line where they belong.
function settle(node) {
  put(node, node.x, node.y);
  node.drawnLine = node.line;
  node.fade = 1;
}

function put(node, x, y) {
  if (node.at?.[0] !== x || node.at[1] !== y) node.at = [x, y];
}

// Let everything glide from where it was, or from where what it hangs from was, to where it is.
function move(moving, before, anchor) {
  const home = (node) => {
    for (let upper = node.upper; upper; upper = upper.upper) {
      if (before.has(upper)) return before.get(upper);
    }
    return [node.x, node.y];
  };
  const starts = new Map(moving.map((node) => [node, before.get(node) ?? home(node)]));
  let pulled = [0, 0]; // so far; what else moves the view meanwhile is kept
  const pull = anchor ? [anchor.x - before.get(anchor)[0], anchor.y - before.get(anchor)[1]] : [0, 0];
  const begun = performance.now();
  const step = (now) => {
    const share = Math.min(1, Math.max(0, (now - begun) / MOVING));
    const t = 1 - (1 - share) ** 3;
    const by = pull.map((far) => far * (1 - t) * view.k);
    view.x += by[0] - pulled[0];
    view.y += by[1] - pulled[1];
    pulled = by;
    for (const node of moving) {
      const [fromX, fromY, line] = starts.get(node);
      put(node, fromX + (node.x - fromX) * t, fromY + (node.y - fromY) * t);
      node.fade = before.has(node) ? 1 : Math.round(t * 50) / 50;
      node.drawnLine = between(line, node.line, t);
    }
    if (share < 1) running = requestAnimationFrame(step);
    else moving.forEach(settle);
    show();
  };
  step(begun);
}

// A line on its way from one shape to another; where they have not as many corners, the new one.
function between(from, to, t) {
  if (!from || !to || from.length !== to.length) return to;
  return to.map(([x, y], n) => [from[n][0] + (x - from[n][0]) * t, from[n][1] + (y - from[n][1]) * t]);
}

function isInSight(node, { width, height }, [x, y] = node.at) {
  const [left, top] = [x * view.k + view.x, y * view.k + view.y];
  return left < width + AROUND && top < height + AROUND
    && left + node.width * view.k > -AROUND && top + node.height * view.k > -AROUND;
}

// A line is in sight if the box that holds all of it is.
function isLineInSight(line, { width, height }) {
  if (!line) return false;
  const xs = line.map(([x]) => x * view.k + view.x);
  const ys = line.map(([, y]) => y * view.k + view.y);
  return Math.min(...xs) < width + AROUND && Math.min(...ys) < height + AROUND
    && Math.max(...xs) > -AROUND && Math.max(...ys) > -AROUND;
}

// Show the view: draw what has come into sight, drop what has left it.
function show({ all = false } = {}) {
  const size = stage.getBoundingClientRect();
  drawn = performance.now();
  transform();
  world.classList.toggle("far", view.k < FAR && !all);
  const kept = state.here && state.byKey.get(state.here); // what has the focus must stay
  const boxes = order.filter((node) => all || node === kept || isInSight(node, size));
  cover(size, boxes.length === order.length);
  fill(treeLayer, boxes.map(shownElement));
  if (all || view.k >= FAR) boxes.forEach(fillIn);
  const lines = order.filter((node) => node.line && (all || isLineInSight(node.drawnLine, size)));
  fill(lineLayer, lines.map(shownLine));
  ring();
}

function shownElement(node) {
  const made = element(node);
  if (node.shownAt !== node.at) {
    const [x, y] = (node.shownAt = node.at);
    made.setAttribute("transform", `translate(${x.toFixed(1)} ${y.toFixed(1)})`);
  }
  fade(node, made, "shownFade");
  return made;
}

// Attributes that stay as they are are not set: that would cost as much as a change.
function fade(node, made, known) {
  if (node[known] === node.fade) return;
  node[known] = node.fade;
  made.setAttribute("opacity", node.fade);
}

function shownLine(node) {
  const made = lineElement(node);
  if (node.lineAt !== node.drawnLine) route(node, node.drawnLine);
  node.lineAt = node.drawnLine;
  fade(node, made, "lineFade");
  return made;
}

// Let a layer hold just these elements, in order, moving none that is in its place: a moved element
// would lose the focus.
function fill(layer, wanted) {
  const keep = new Set(wanted);
  for (const child of [...layer.children]) if (!keep.has(child)) child.remove();
  let next = layer.firstChild;
  for (const child of wanted) {
    if (child === next) next = next.nextSibling;
    else layer.insertBefore(child, next);
  }
}

function transform() {
  world.style.transform = `translate(${view.x.toFixed(2)}px,${view.y.toFixed(2)}px) scale(${view.k.toFixed(4)})`;
}

// How far everything that is shown reaches.
function extent() {
  const right = Math.max(...order.map((node) => node.x + node.width)) + 12;
  const bottom = Math.max(...order.map((node) => node.y + node.height)) + 12;
  const lines = order.flatMap((node) => (node.line ?? []).map(([x]) => x));
  const left = Math.min(...order.map((node) => node.x), ...lines) - 12;
  return [left, Math.min(...order.map((node) => node.y)) - 12, right, bottom];
}

const MARGIN = 28;

function scaleToFit() {
  const [left, top, right, bottom] = extent();
  const { clientWidth: wide, clientHeight: high } = stage;
  return Math.min((wide - 2 * MARGIN) / (right - left), (high - 2 * MARGIN) / (bottom - top), 1.25 * state.book.scale);
}

// Show all that is open.
function fit() {
  const [left, top, right] = extent();
  view.k = Math.max(scaleToFit(), LEAST);
  view.x = (stage.clientWidth - (right + left) * view.k) / 2;
  view.y = MARGIN - top * view.k;
  show();
}

const readable = () => READABLE * (state.narrow ? 1 : state.book.scale);

// As large as all that is open can be and still stand side by side.
function scaleToWidth() {
  const [left, , right] = extent();
  return (stage.clientWidth - 2 * Math.min(MARGIN, stage.clientWidth * 0.03)) / (right - left);
}

// Show what is on top, as large as can be read, and as much of the rest as there is room for.
function begin() {
  const [left, , right] = extent();
  const top = order[0];
  const middle = (left + right) / 2;
  view.k = Math.min(Math.max(scaleToWidth(), readable()), state.book.scale);
  view.x = stage.clientWidth / 2 - middle * view.k;
  if ((right - left) * view.k > stage.clientWidth) {
    const start = top.centred && !state.narrow ? top.x + top.width / 2 : left;
    view.x = (start === left ? 12 : stage.clientWidth / 2) - start * view.k;
  }
  view.y = MARGIN - top.y * view.k;
  show();
}

// Open as much at first as can be read side by side; of a large map no more than `most` steps.
function openAsFits(most) {
  const least = order[0].role === "question" ? 0 : 1;
  for (const depth of [Infinity, 3, 2, 1, 0]) {
    if (depth > most || depth < least) continue;
    closeBelow(depth);
    order = tidy();
    if (depth === least || (!state.narrow && scaleToWidth() >= readable())) break;
  }
  order.forEach(settle);
}

// Bring a node into sight, if it is not, by as little as will do, and to where it can be read.
function reveal(node) {
  if (view.k < 0.5 * state.book.scale) zoomTo(0.8 * state.book.scale, node);
  const { clientWidth: wide, clientHeight: high } = stage;
  const edge = Math.min(60, wide / 10);
  const [left, top] = [node.x * view.k + view.x, node.y * view.k + view.y];
  const [right, bottom] = [left + node.width * view.k, top + node.height * view.k];
  if (left < edge || right - left > wide - 2 * edge) view.x += edge - left;
  else if (right > wide - edge) view.x += wide - edge - right;
  if (top < edge) view.y += edge - top;
  else if (bottom > high - edge) view.y += high - edge - bottom;
  show();
}

function zoomTo(k, node) {
  view.k = k;
  view.x = stage.clientWidth / 2 - (node.x + node.width / 2) * k;
  view.y = stage.clientHeight / 3 - node.y * k;
}

// The ring around what has the focus.
function ring() {
  const node = state.here && state.byKey.get(state.here);
  const mark = one("ring");
  const on = node && node.element && node.element.isConnected;
  mark.classList.toggle("on", Boolean(on));
  if (!on) return;
  const [x, y] = node.at;
  const around = { x: x - 5, y: y - 5, width: node.width + 10, height: node.height + 10 };
  for (const [name, value] of Object.entries(around)) mark.setAttribute(name, value);
}
