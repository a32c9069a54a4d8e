// The search over all claims of a site. Texts go in as texts; nothing is asked of any server.
"use strict";

const data = JSON.parse(document.getElementById("data").textContent);
const field = document.getElementById("words");
const count = document.getElementById("count");
const found = document.getElementById("found");
const MOST = 50;

const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const index = data.claims.map((claim) => plain(`${claim.text} ${claim.also} ${claim.id}`));

// A text as nodes, the words that were looked for marked. Marks are sought in the composed text,
// letter by letter, so that accents do not shift them.
function marked(text, words) {
  const letters = [...text];
  const bare = letters.map((letter) => plain(letter) || letter);
  const joined = bare.join("");
  const on = new Array(letters.length).fill(false);
  const starts = [];
  bare.reduce((at, letter) => (starts.push(at), at + letter.length), 0);
  for (const word of words) {
    for (let at = joined.indexOf(word); at >= 0; at = joined.indexOf(word, at + 1)) {
      starts.forEach((start, n) => { if (start >= at && start < at + word.length) on[n] = true; });
    }
  }
  const parts = [];
  letters.forEach((letter, n) => {
    if (!n || on[n] !== on[n - 1]) parts.push(document.createElement(on[n] ? "mark" : "span"));
    parts.at(-1).textContent += letter;
  });
  return parts;
}

function row(claim, words) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = `${claim.at.split("/").map(encodeURIComponent).join("/")}#${encodeURIComponent(claim.id)}`;
  link.append(...marked(claim.text, words));
  const where = document.createElement("span");
  where.className = "count";
  where.textContent = ` ${claim.map}`;
  item.append(link, where);
  return item;
}

function look() {
  const words = plain(field.value).split(/\s+/).filter(Boolean);
  const hits = words.length
    ? data.claims.filter((_, n) => words.every((word) => index[n].includes(word))) : [];
  found.replaceChildren(...hits.slice(0, MOST).map((claim) => row(claim, words)));
  if (!words.length) count.textContent = "";
  else if (hits.length > MOST) count.textContent = data.most.replace("[n]", hits.length);
  else if (hits.length > 1) count.textContent = data.many.replace("[n]", hits.length);
  else count.textContent = hits.length ? data.one : data.none;
  const address = new URL(location.href);
  address.hash = words.length ? `q=${encodeURIComponent(field.value)}` : "";
  try { history.replaceState(null, "", address); } catch { /* some viewers allow no history */ }
}

document.getElementById("search").hidden = false;
document.getElementById("search").addEventListener("submit", (event) => event.preventDefault());
field.addEventListener("input", look);
if (location.hash.startsWith("#q=")) {
  field.value = decodeURIComponent(location.hash.slice(3));
  look();
}
