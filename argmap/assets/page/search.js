// Searching as one types: how many claims are found is told, and one goes from one to the next.

const field = one("words");
const results = one("results");
const MOST_SHOWN = 40;
let found = [];
let current = -1;

// Letters without their accents, so that “policia” finds “policía”.
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

function haystack(node) {
  if (node.hay) return node.hay;
  const claim = state.book.claims[node.claim] ?? {};
  const cited = (claim.cite ?? []).map(({ work }) => state.book.works[work]?.short ?? work);
  node.hay = plain([node.label, node.text, node.claim, ...cited].filter(Boolean).join(" "));
  return node.hay;
}

function find() {
  const needles = plain(field.value).split(/\s+/).filter(Boolean);
  const fits = (node) => node.isBox && !node.to && !isConcealed(node) && !isBehind(node)
    && needles.every((needle) => haystack(node).includes(needle));
  found = needles.length ? state.nodes.filter(fits) : [];
  current = -1;
  for (const node of state.nodes) node.element?.classList.toggle("hit", found.includes(node));
  if (needles.length) announce(counted());
  list(needles.length > 0);
}

// Whether a box hangs from one that practice hides: its words must not be told.
function isBehind(node) {
  if (!state.practice) return false;
  for (let upper = node.upper; upper; upper = upper.upper) if (isConcealed(upper)) return true;
  return Boolean(node.upper?.joint && !node.part && node.upper.groups[0]?.some(isConcealed));
}

function counted() {
  if (!found.length) return say("found-none");
  return say(found.length === 1 ? "found-one" : "found-many", { n: found.length });
}

function list(isOpen) {
  results.hidden = !isOpen;
  if (!isOpen) return;
  const all = make("ol");
  for (const [n, node] of found.slice(0, MOST_SHOWN).entries()) {
    const entry = button("", () => jump(n, true));
    if (node.label) entry.append(make("b", `${node.label} `));
    entry.append(node.text);
    entry.className = `is-${node.sort}`;
    all.append(item(entry));
  }
  results.replaceChildren(make("p", counted()), all);
}

function jump(n, enter) {
  current = (n + found.length) % found.length;
  const node = found[current];
  remember(node);
  go(node, { focus: enter, card: enter || isCardOpen() });
  node.element.classList.add("hit");
  const slots = { n: current + 1, all: found.length, text: short(node) };
  announce(say("found-here", slots));
  results.querySelectorAll("button").forEach((one, place) => {
    if (place === current) one.setAttribute("aria-current", "true");
    else one.removeAttribute("aria-current");
  });
  if (enter) results.hidden = true;
}

field.addEventListener("input", find);
field.addEventListener("focus", () => found.length && list(true));
one("search").addEventListener("submit", (event) => event.preventDefault());

field.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && found.length) jump(current + (event.shiftKey ? -1 : 1), false);
  else if (event.key === "ArrowDown" && found.length) results.querySelector("button").focus();
  else if (event.key === "Escape") leave();
  else return;
  event.preventDefault();
});

// Arrows go through the results as well as Tab does.
results.addEventListener("keydown", (event) => {
  const entries = [...results.querySelectorAll("button")];
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (by) (entries[entries.indexOf(document.activeElement) + by] ?? field).focus();
  else if (event.key === "Escape") leave();
  else return;
  event.preventDefault();
});

function leave() {
  field.value = "";
  find();
  field.focus();
}

document.addEventListener("pointerdown", (event) => {
  if (!results.contains(event.target) && event.target !== field) results.hidden = true;
});
