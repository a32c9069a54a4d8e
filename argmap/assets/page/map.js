// The map as data, and what of it is shown. The files of this folder are one script; each is a
// chapter of it, in the order in which the page joins them.

const one = (name) => document.querySelector(`[data-ui="${name}"]`);
const whole = JSON.parse(one("map").textContent);
const still = matchMedia("(prefers-reduced-motion: reduce)");

const state = {
  book: null, // the map in the language that is shown
  nodes: [], // boxes, joints, and bare nodes that hold several trees
  byKey: new Map(),
  roots: [], // what stands on top, one below the other
  closed: new Set(), // keys of boxes whose branches are hidden
  revealed: new Set(), // keys of boxes that were revealed in practice
  practice: "", // whose answers are hidden
  only: null, // the key of the box whose branch alone is shown
  here: null, // the key of the box that has the focus, or had it last
  narrow: false, // whether the window is so narrow that nothing stands side by side
};

function say(key, slots = {}) {
  return (state.book.say[key] ?? key).replace(/\{(\w+)\}/g, (all, name) => slots[name] ?? all);
}

function announce(text) {
  one("status").textContent = text;
}

// Take up the map in a language. What is open stays open: keys are the same in all of them.
function read(language) {
  state.book = whole.books[language];
  state.nodes = state.book.nodes.map((raw) => {
    const slim = state.narrow ? raw.narrow : {};
    return { groups: [], columns: [], ...raw, ...slim, x: 0, y: 0 };
  });
  for (const node of state.nodes) {
    const of = (places) => places.map((place) => state.nodes[place]);
    node.groups = node.groups.map(of);
    node.columns = node.columns.map(([group, places]) => [group, of(places)]);
    for (const child of node.groups.flat()) child.upper = node;
    [node.width, node.height, node.entry] = node.size;
    node.isBox = Boolean(node.role);
  }
  state.byKey = new Map(state.nodes.filter((node) => !node.bare).map((node) => [node.key, node]));
  for (const node of state.nodes) place(node);
}

// Note on which side of the root a box speaks, and how deep it stands. Uppers come before lowers.
function place(node) {
  const upper = node.upper;
  const from = upper && !upper.bare ? upper : null;
  const turns = !node.part && (node.sign === "attack" || node.sign === "undercut");
  const side = from ? from.side : "for";
  node.side = turns ? (side === "for" ? "against" : "for") : side;
  node.level = from ? from.level + 1 : 1;
  node.isRoot = !from || from.role === "question";
  node.depth = node.isRoot ? 0 : from.depth + (node.part ? 0 : 1); // a joint counts, its parts not
  if (node.role === "question") node.depth = -1;
}

const children = (node) => node.groups.flat();

// Whether practice hides a box. Roots are what it is all about, and always shown.
function isConcealed(node) {
  if (!state.practice || !node.isBox || node.isRoot || state.revealed.has(node.key)) return false;
  if (state.practice === "all") return node.sign === "attack" || node.sign === "undercut";
  return node.side !== state.practice;
}

// What is shown of what hangs from a node: of a joint with hidden premises only these.
function shown(node) {
  if (state.closed.has(node.key) || isConcealed(node)) return { groups: [], columns: [] };
  if (node.joint && node.groups[0]?.some(isConcealed)) {
    return { groups: [node.groups[0]], columns: [] };
  }
  return node;
}

// All at and below some nodes, each before those below it; `below` says what is below a node.
function preorder(tops, below = children) {
  const found = [];
  const waiting = [...tops].reverse();
  while (waiting.length) {
    const node = waiting.pop();
    found.push(node);
    const next = below(node);
    for (let n = next.length - 1; n >= 0; n--) waiting.push(next[n]);
  }
  return found;
}

const countBelow = (node) => preorder(children(node)).filter((one) => one.isBox).length;

function tops() {
  if (state.only) return [state.byKey.get(state.only)];
  return state.nodes.filter((node) => !node.upper);
}

// Close all that stands deeper than so many steps below what is on top.
function closeBelow(depth) {
  const from = state.only ? state.byKey.get(state.only).depth : 0;
  for (const node of preorder(tops())) {
    if (!node.isBox || !node.groups.length) continue;
    if (node.depth - from >= depth) state.closed.add(node.key);
    else state.closed.delete(node.key);
  }
}

// Open whatever hides a node.
function uncover(node) {
  if (state.only && !preorder(tops()).includes(node)) state.only = null;
  for (let upper = node.upper; upper; upper = upper.upper) {
    state.closed.delete(upper.key);
    if (isConcealed(upper)) state.revealed.add(upper.key);
  }
}
