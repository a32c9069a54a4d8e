// Walking from claim to claim: by keys as in any tree, by clicks, by links, and back.

// Let a node be the one that one stands at; with `focus`, the keyboard goes there as well.
function stand(node, { focus = true, card = isCardOpen() } = {}) {
  const last = state.here && state.byKey.get(state.here);
  state.here = node.key;
  if (!node.at || !order.includes(node)) return;
  reveal(node);
  last?.element?.setAttribute("tabindex", -1);
  node.element.setAttribute("tabindex", 0);
  if (focus) node.element.focus({ preventScroll: true });
  for (const other of order) other.element?.removeAttribute("aria-current");
  node.element.setAttribute("aria-current", "true");
  if (card && !isConcealed(node)) openCard(node);
}

// Go to a node wherever it is, opening what hides it.
function go(node, options = {}) {
  const hidden = !order.includes(node);
  uncover(node);
  if (hidden) {
    relayout(null, false);
    trail();
  }
  stand(node, options);
}

function toggle(node) {
  if (!node.groups.length || node.joint) return;
  const opens = state.closed.has(node.key);
  if (opens) state.closed.delete(node.key);
  else state.closed.add(node.key);
  relayout(node);
  announce(say(opens ? "opened" : "closed", { n: countBelow(node) }));
}

// Open all, or only so much that the uppermost reasons show.
function openTo(depth) {
  closeBelow(depth);
  const here = state.here && state.byKey.get(state.here);
  relayout(null);
  if (here && !order.includes(here)) standAtTop();
  begin();
}

function standAtTop() {
  state.here = order.find((node) => node.isBox).key;
  const node = state.byKey.get(state.here);
  shownElement(node).setAttribute("tabindex", 0);
}

// What can be shown alone with a box: its branch, or that of the step that it is the premise of.
function branchOf(node) {
  if (!node || node.isRoot) return null;
  if (node.groups.length) return node;
  return node.part && node.upper.groups.flat().length > 1 ? node.upper : null;
}

// Show only the branch of a box, or the whole map again.
function only(node) {
  const branch = branchOf(node);
  if (node && !branch && !state.only) return;
  state.only = branch && branch.key !== state.only ? branch.key : null;
  const here = node ?? state.byKey.get(state.here);
  if (state.only) state.closed.delete(state.only);
  relayout(null);
  trail();
  begin();
  stand(here, { focus: document.activeElement === here.element || stage.contains(document.activeElement) });
  announce(state.only ? say("focused", { text: short(node) }) : say("unfocused"));
}

const short = (node) => {
  if (node.joint) return node.groups[0].map((part) => (isConcealed(part) ? "?" : short(part))).join(" + ");
  const words = node.label || node.text || node.name;
  return words.length > 60 ? `${words.slice(0, 58)}…` : words;
};

// The way from the top to the branch that is shown, each step of which leads back.
function trail() {
  const path = one("path");
  path.hidden = !state.only;
  path.replaceChildren();
  if (!state.only) return;
  const steps = [];
  for (let node = state.byKey.get(state.only); node; node = node.upper) {
    if (node.isBox || node.key === state.only) steps.unshift(node);
  }
  const list = document.createElement("ol");
  list.append(item(button(say("whole"), () => only(null))));
  for (const node of steps) {
    const last = node.key === state.only;
    const step = button(short(node), () => only(last || node.isRoot ? null : node));
    if (last) step.setAttribute("aria-current", "location");
    list.append(item(step));
  }
  path.append(list);
}

function item(...inside) {
  const made = document.createElement("li");
  made.append(...inside);
  return made;
}

function button(text, does) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = text;
  made.addEventListener("click", does);
  return made;
}

// Where a pointer leads: to the box in which its claim is drawn in full.
function follow(node) {
  const target = state.byKey.get(node.to);
  if (!target) return;
  remember(node);
  remember(target);
  go(target, { card: isCardOpen() });
}

// Each claim has an address of its own; browser Back returns to where one was.
function remember(node) {
  const hash = `#${encodeURIComponent(node.claim ?? "")}`;
  if (history.state?.key === node.key) return;
  try {
    history.pushState({ key: node.key }, "", hash);
  } catch {
    // Some viewers allow no history; then there is none.
  }
}

function asked() {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return ""; // not an address of ours
  }
}

function arrive() {
  const claim = asked();
  if (!one("text").hidden) {
    const line = [...document.querySelectorAll(".outline li")].find((li) => li.dataset.claim === claim);
    line?.scrollIntoView({ block: "center" });
    return;
  }
  const node = state.byKey.get(history.state?.key) ?? state.byKey.get(claim);
  if (node && (node.claim === claim || !claim)) go(node, { focus: true, card: true });
  else if (state.byKey.has(claim)) go(state.byKey.get(claim), { card: true });
}

addEventListener("popstate", arrive);

// The node before or after another, as they are read.
const next = (node, by) => order[order.indexOf(node) + by];

const MOVES = {
  ArrowDown: (node) => next(node, 1),
  ArrowUp: (node) => next(node, -1),
  Home: () => order[0],
  End: () => order.at(-1),
  ArrowRight: (node) => {
    if (state.closed.has(node.key)) toggle(node);
    else return node.now.groups.flat()[0];
  },
  ArrowLeft: (node) => {
    const isOpen = node.isBox && node.now.groups.length;
    if (isOpen && !isConcealed(node)) toggle(node);
    else if (node.upper && !node.upper.bare && order.includes(node.upper)) return node.upper;
  },
};

const ACTS = {
  Enter: (node) => (isConcealed(node) ? uncoverAnswer(node) : openCard(node, true)),
  " ": (node) => (isConcealed(node) ? uncoverAnswer(node) : toggle(node)),
  f: (node) => only(branchOf(node)?.key === state.only ? null : node),
  g: (node) => follow(node),
};

const PAGE = {
  "+": () => zoom(1.25),
  "=": () => zoom(1.25),
  "-": () => zoom(0.8),
  0: () => fit(),
  "/": () => one("words").focus(),
  n: () => revealNext(),
  "?": () => showKeys(),
};

const PANS = { ArrowLeft: [80, 0], ArrowRight: [-80, 0], ArrowUp: [0, 80], ArrowDown: [0, -80] };

// Single letters count only here, where the focus is in the map, or nowhere.
function press(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const node = event.target.closest?.("[role=treeitem]")?.node;
  const does = action(event.key.length === 1 ? event.key.toLowerCase() : event.key, event.shiftKey, node);
  if (!does) return;
  event.preventDefault();
  does();
}

function action(key, shift, node) {
  if (PANS[key] && (shift || !node)) return () => pan(...PANS[key]);
  if (node && MOVES[key]) {
    return () => {
      const to = MOVES[key](node);
      if (to) stand(to);
    };
  }
  if (node && ACTS[key]) return () => ACTS[key](node);
  if (key === "Escape" && isCardOpen()) return () => closeCard();
  if (key === "Escape" && state.only) return () => only(null);
  return PAGE[key];
}

stage.addEventListener("keydown", press);
document.addEventListener("keydown", (event) => event.target === document.body && press(event));

stage.addEventListener("click", (event) => {
  const node = event.target.closest("[role=treeitem]")?.node;
  if (!node || dragged) return;
  if (event.target.closest(".knob")) {
    stand(node, { card: false });
    toggle(node);
  } else if (isConcealed(node)) uncoverAnswer(node);
  else stand(node, { card: true });
});

stage.addEventListener("dblclick", (event) => {
  const node = event.target.closest("[role=treeitem]")?.node;
  if (node?.isBox && !event.target.closest(".knob")) only(node);
});

// A key that brings the focus to an item, as Tab does, stands there.
treeLayer.addEventListener("focusin", (event) => {
  const node = event.target.closest("[role=treeitem]")?.node;
  if (node && node.key !== state.here) stand(node, { focus: false });
  world.classList.add("focused");
  ring();
});
treeLayer.addEventListener("focusout", () => world.classList.remove("focused"));
