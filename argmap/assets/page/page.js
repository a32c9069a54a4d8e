// The page itself: its bar, its languages, light and dark, outline and print.

const tools = one("tools");
const openDepth = 2; // how many steps a large map shows at first

const DOES = {
  "open-all": () => openTo(Infinity),
  "close-all": () => openTo(1),
  outline: () => showText(one("text").hidden),
  about: () => showAbout(),
  dark: () => paint(!isDark()),
  print: () => window.print(),
  keys: () => showKeys(),
  menu: () => showMenu(!tools.classList.contains("on")),
  "zoom-in": () => zoom(1.25),
  "zoom-out": () => zoom(0.8),
  fit: () => fit(),
  "reveal-next": () => revealNext(),
  "hide-again": () => practise(state.practice),
};

document.addEventListener("click", (event) => {
  const pressed = event.target.closest("[data-do]");
  if (pressed) DOES[pressed.dataset.do]();
});

function showMenu(on) {
  tools.classList.toggle("on", on);
  document.querySelector("[data-do=menu]").setAttribute("aria-expanded", on);
}

// Show the outline in place of the picture, or the picture again.
function showText(on) {
  one("text").hidden = !on;
  one("walk").hidden = on;
  document.querySelector("[data-do=outline]").setAttribute("aria-pressed", on);
  if (on) showMenu(false);
  else show();
}

// What the map is about, its signs and its sources, in the place of the card.
function showAbout() {
  const words = wordsOf(state.book.language);
  const parts = [".about", ".sources"].map((part) => words.querySelector(part)?.cloneNode(true));
  for (const part of parts) part?.removeAttribute("id");
  parts[0].querySelector("h2")?.remove();
  showMenu(false);
  fillCard("about", [closer(), make("h2", say("about")), ...parts], true);
}

const wordsOf = (language) =>
  [...document.querySelectorAll(".words")].find((words) => words.dataset.language === language);

function isDark() {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

function paint(dark) {
  document.documentElement.dataset.theme = dark ? "dark" : "light";
  sayHowItLooks();
}

const sayHowItLooks = () =>
  document.querySelector("[data-do=dark]").setAttribute("aria-pressed", isDark());

matchMedia("(prefers-color-scheme: dark)").addEventListener("change", sayHowItLooks);

function showKeys() {
  const keys = one("keys");
  const names = ["move", "branch", "card", "space", "focus", "go", "zoom", "pan", "search", "next"];
  const list = make("ul");
  list.append(...names.map((name) => item(say(`keys-${name}`))));
  const shut = button("×", () => keys.close());
  shut.className = "close";
  shut.setAttribute("aria-label", say("close"));
  keys.setAttribute("aria-label", say("keys-title"));
  keys.replaceChildren(shut, make("h2", say("keys-title")), list);
  keys.showModal();
}

// Put the page into a language: the map, and all that the page says.
function speak(language) {
  const first = !state.book;
  const here = state.here;
  treeLayer.replaceChildren();
  lineLayer.replaceChildren();
  order = [];
  state.narrow = isNarrow();
  read(language);
  const { book } = state;
  document.documentElement.lang = language;
  document.documentElement.dir = book.rtl ? "rtl" : "ltr";
  document.title = book.title;
  document.querySelector("h1").textContent = book.title;
  treeLayer.setAttribute("aria-label", say("map", { title: book.title }));
  for (const one of document.querySelectorAll("[data-say]")) one.textContent = say(one.dataset.say);
  for (const one of document.querySelectorAll("[data-say-label]")) {
    one.setAttribute("aria-label", say(one.dataset.sayLabel));
  }
  for (const one of document.querySelectorAll("[data-say-hint]")) {
    one.setAttribute("placeholder", say(one.dataset.sayHint));
  }
  for (const words of document.querySelectorAll(".words")) {
    words.hidden = words.dataset.language !== language;
    if (words.tagName === "DETAILS") words.open = true;
  }
  if (first) return;
  relayout(null, false);
  trail();
  score();
  if (isCardOpen() && state.byKey.has(state.card)) openCard(state.byKey.get(state.card));
  else card.hidden = true;
  if (state.byKey.has(here)) stand(state.byKey.get(here), { focus: false });
  find();
}

one("language").addEventListener("change", (event) => speak(event.target.value));
one("practice").addEventListener("change", (event) => practise(event.target.value));

// On paper the picture is drawn whole, as large as the page allows; the outline follows it.
addEventListener("beforeprint", () => {
  const [left, top, right, bottom] = extent();
  cancelAnimationFrame(running);
  order.forEach(settle);
  show({ all: true });
  world.setAttribute("preserveAspectRatio", "xMidYMin");
  world.setAttribute("viewBox", `${left} ${top} ${right - left} ${bottom - top}`);
});

addEventListener("afterprint", () => {
  world.removeAttribute("viewBox");
  show();
});

function start() {
  if (!whole.books[whole.start].nodes.length) return; // nothing to walk in: the words stay
  speak(whole.start);
  const boxes = state.nodes.filter((node) => node.isBox).length;
  one("in-language").hidden = Object.keys(whole.books).length < 2;
  one("bar").hidden = false;
  one("walk").hidden = false;
  document.documentElement.classList.add("walking");
  one("text").hidden = true;
  // A browser that finds an address in the outline would take the focus there from the map.
  for (const line of document.querySelectorAll(".outline li[id]")) {
    line.dataset.claim = line.id;
    line.removeAttribute("id");
  }
  sayHowItLooks();
  order = tidy();
  openAsFits(boxes > whole.many ? openDepth : Infinity);
  relayout(null, false);
  standAtTop();
  begin();
  arrive();
}

start();
