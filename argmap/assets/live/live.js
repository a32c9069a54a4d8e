// The frame of the live preview. It shows the page of one map, swaps it for a newer one when that
// has loaded, and lists what is wrong. All texts go in as texts, never as markup.
"use strict";

const words = document.body.dataset;
const stage = document.getElementById("stage");
const panel = document.getElementById("problems");
const status = document.getElementById("state");
const choice = document.getElementById("maps");
const known = new Map();
let names = [];
let current = decodeURIComponent(location.pathname.replace(/^\/(map\/)?/, ""));
let drawn = "";

function element(tag, text, look) {
  const made = document.createElement(tag);
  if (text !== undefined) made.textContent = text;
  if (look) made.className = look;
  return made;
}

function address(name) {
  return "/map/" + name.split("/").map(encodeURIComponent).join("/");
}

function choose(name) {
  current = name;
  drawn = "";
  stage.replaceChildren();
  history.replaceState(null, "", address(name));
  show();
}

function list() {
  choice.replaceChildren(...names.map(({ name, title }) => {
    const option = element("option", title === name ? name : `${title} (${name})`);
    option.value = name;
    return option;
  }));
  if (!names.some((one) => one.name === current) && !current && names.length) choose(names[0].name);
  choice.value = current;
}

// The place where the reader is, so that a newer page opens there.
function place(frame) {
  try {
    const view = frame.contentWindow;
    return { hash: view.location.hash, state: view.history.state, x: view.scrollX, y: view.scrollY };
  } catch {
    return null;
  }
}

function draw(map) {
  const source = "/page/" + map.name.split("/").map(encodeURIComponent).join("/") + `?v=${map.version}`;
  if (source === drawn || !map.drawn) return;
  drawn = source;
  const old = stage.querySelector("iframe:not(.coming)");
  const at = old && place(old);
  for (const late of stage.querySelectorAll("iframe.coming")) late.remove();
  const frame = element("iframe", undefined, "coming");
  frame.title = map.title;
  frame.addEventListener("load", () => {
    frame.classList.remove("coming");
    if (at) frame.contentWindow.scrollTo(at.x, at.y);
    old?.remove();
    window.lastDrawn = map.version;
  }, { once: true });
  frame.src = source + (at?.hash ?? "");
  stage.append(frame);
}

function told(problem) {
  const one = element("article", undefined, problem.severity);
  const head = element("p");
  head.append(element("span", problem.code, "code"), ` ${problem.message} `);
  if (problem.line) {
    head.append(element("small", words.place
      .replace("[line]", problem.line).replace("[column]", problem.column)));
  }
  one.append(head);
  if (problem.text.length) {
    const lines = element("pre");
    for (const [number, text] of problem.text) {
      const row = `${String(number).padStart(5)} | ${text}\n`;
      lines.append(number === problem.line ? element("span", row, "at") : row);
    }
    one.append(lines);
  }
  if (problem.help) one.append(element("p", problem.help));
  return one;
}

function show() {
  const map = known.get(current);
  if (!map) {
    status.textContent = current ? words.gone : words.none;
    panel.hidden = true;
    return;
  }
  document.title = map.title;
  document.getElementById("title").textContent = map.title;
  draw(map);
  const count = map.problems.length;
  panel.hidden = !count;
  panel.classList.toggle("errors", map.stale);
  panel.replaceChildren(...map.problems.map(told));
  status.textContent = map.stale ? words.stale : count ? String(count) : words.fine;
}

choice.addEventListener("change", () => choose(choice.value));
const news = new EventSource("/events");
news.addEventListener("message", (event) => {
  const told = JSON.parse(event.data);
  names = told.names;
  for (const map of told.maps) known.set(map.name, map);
  for (const name of known.keys()) {
    if (!names.some((one) => one.name === name)) known.delete(name);
  }
  list();
  show();
});
news.addEventListener("error", () => { status.textContent = words.lost; });
