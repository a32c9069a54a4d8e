// The card of a claim: its text in each language, what is known of it, where it is from.

const card = one("card");
const isCardOpen = () => !card.hidden && card.dataset.shows === "claim";

function make(tag, text = "", attributes = {}) {
  const found = document.createElement(tag);
  found.textContent = text;
  for (const [name, value] of Object.entries(attributes)) found.setAttribute(name, value);
  return found;
}

// Show the card of a claim, or of a step; by keyboard, one goes there to read it.
function openCard(node, enter = false) {
  const claim = state.book.claims[node.claim] ?? {};
  const parts = [closer(), relation(node)];
  if (node.joint) parts.push(make("h2", say(node.linked ? "step-linked" : "step")), ...premises(node));
  else parts.push(...words(node, claim));
  parts.push(...facts(node, claim), ...questions(node), ...citations(claim), ...uses(node), acts(node));
  fillCard("claim", parts, enter);
  state.card = node.key;
}

function fillCard(shows, parts, enter) {
  const opens = card.hidden;
  card.dataset.shows = shows;
  card.replaceChildren(...parts.filter(Boolean));
  card.hidden = false;
  card.scrollTop = 0;
  world.classList.add("reading");
  if (opens) keepInSight();
  if (enter) card.focus({ preventScroll: true });
}

// The card takes room from the map: what one stands at must not slip behind it.
function keepInSight() {
  const node = state.here && state.byKey.get(state.here);
  if (node && order.includes(node)) reveal(node);
}

function closeCard() {
  const inside = card.contains(document.activeElement);
  card.hidden = true;
  world.classList.remove("reading");
  const node = state.here && state.byKey.get(state.here);
  if (inside) (node?.element ?? stage).focus({ preventScroll: true });
}

function closer() {
  const made = button("×", closeCard);
  made.className = "close";
  made.setAttribute("aria-label", say("close"));
  return made;
}

// What a claim is to what it bears on, which one can go to.
function relation(node) {
  const from = node.upper?.joint ? node.upper.upper : node.upper;
  const key = `is-${node.sign}`;
  if (!from || from.bare || !state.book.say[key]) return null;
  const made = make("p", "", { class: `relation is-${node.sort}` });
  made.append(make("b", say(key)), " ", button(short(from), () => visit(from)));
  return made;
}

function premises(node) {
  return node.groups[0].map((item) => (isConcealed(item) ? "" : make("p", item.text)));
}

// A claim's label and text, and the text in the map's other languages.
function words(node, claim) {
  const found = [];
  const { language } = state.book;
  if (claim.label) found.push(make("h2", claim.label, { lang: language }));
  found.push(make(claim.label ? "p" : "h2", claim.text ?? node.text, { lang: language, class: "said" }));
  for (const [other, book] of Object.entries(whole.books)) {
    const text = book.claims[node.claim]?.text;
    if (other === language || !text || text === claim.text) continue;
    const said = make("p", text, { lang: other, class: "other", dir: book.rtl ? "rtl" : "ltr" });
    said.prepend(make("b", `${book.say.language === state.book.say.language ? other : book.say.language}: `));
    found.push(said);
  }
  return found;
}

function facts(node, claim) {
  const step = state.book.arguments[node.joint ? node.key : node.argument];
  const all = [...(claim.facts ?? []), ...(step?.facts ?? [])];
  if (!all.length) return [];
  const list = make("dl");
  for (const [name, value] of all) list.append(make("dt", name), make("dd", value));
  return [list];
}

// The critical questions of a scheme that are answered, and by which claim.
function questions(node) {
  const step = state.book.arguments[node.joint ? node.key : node.argument];
  const answers = (step?.answers ?? []).filter(([, by]) => state.byKey.has(by));
  if (!answers.length) return [];
  const list = make("ul");
  for (const [question, by] of answers) {
    const answer = state.byKey.get(by);
    if (!isConcealed(answer)) list.append(item(question, " ", button(short(answer), () => visit(answer))));
  }
  return [make("h3", say("questions")), list];
}

function citations(claim) {
  if (!claim.cite) return [];
  const found = [make("h3", say("citations"))];
  for (const { work, place, quote } of claim.cite) {
    const known = state.book.works[work];
    const line = make("p", "", { class: "cite" });
    line.append(known?.href ? link(known.short, known.href) : known?.short ?? work);
    if (place) line.append(`, ${place}`);
    found.push(line);
    if (quote) found.push(make("blockquote", quote));
    if (known) found.push(make("p", known.full, { class: "full" }));
  }
  return found;
}

// Addresses were made safe when the page was written: http, https, mailto, or relative.
function link(text, href) {
  const made = make("a", text, { href, target: "_blank", rel: "noopener noreferrer" });
  return made;
}

// Where else a claim is used, or drawn in full.
function uses(node) {
  const found = node.folded ? [make("p", node.folded[0])] : [];
  if (node.folded?.[1]) found[0].append(" ", link(say("go"), node.folded[1]));
  if (node.to) {
    const there = make("p", `${say("elsewhere")} `);
    there.append(button(say("go"), () => follow(node)));
    found.push(there);
  }
  const others = state.nodes.filter((other) => other.to === node.key && other.upper && !isConcealed(other));
  if (!others.length) return found;
  const list = make("ul");
  for (const other of others) {
    const from = other.upper.joint ? other.upper.upper : other.upper;
    list.append(item(`${say(`is-${other.sign}`)} `, button(short(from), () => visit(other))));
  }
  return [...found, make("h3", say("also")), list];
}

function acts(node) {
  const made = make("p", "", { class: "acts" });
  const branch = branchOf(node);
  if (branch) {
    const isOnly = state.only === branch.key;
    made.append(button(say(isOnly ? "whole" : "only"), () => only(isOnly ? null : node)));
  }
  if (node.claim) {
    const address = make("a", say("link"), { href: `#${encodeURIComponent(node.claim)}` });
    address.addEventListener("click", (event) => copy(event, node));
    made.append(address);
  }
  return made;
}

// The permanent link shows in the address bar, and is copied where the browser allows it.
function copy(event, node) {
  event.preventDefault();
  remember(node);
  navigator.clipboard?.writeText(location.href).then(() => announce(say("copied")), () => {});
}

// Go from a card to another claim, leaving a way back.
function visit(node) {
  const from = state.byKey.get(state.card);
  if (from) remember(from);
  remember(node);
  if (isConcealed(node)) {
    go(node, { card: false });
    return;
  }
  go(node, { card: true, focus: false });
  card.focus({ preventScroll: true });
}

card.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  event.stopPropagation();
  closeCard();
});
