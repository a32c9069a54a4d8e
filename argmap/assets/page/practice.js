// Practice: what the other side says is hidden until one has thought of it oneself.

const drilled = () => state.nodes.filter((node) => {
  const [was, had] = [state.revealed, isConcealed(node)];
  return had || was.has(node.key);
});

function practise(mode) {
  state.practice = mode;
  state.revealed.clear();
  one("drill").hidden = !mode;
  document.querySelector("[data-do=outline]").disabled = Boolean(mode);
  document.body.classList.toggle("practising", Boolean(mode));
  showText(false);
  closeCard();
  leaveSearch();
  relayout(null, false);
  if (!order.some((node) => node.key === state.here)) standAtTop();
  begin();
  score();
}

function leaveSearch() {
  field.value = "";
  find();
}

function uncoverAnswer(node) {
  state.revealed.add(node.key);
  relayout(node);
  stand(node, { card: false });
  score();
  const all = drilled().length;
  const done = state.revealed.size;
  announce(`${node.name} ${done < all ? say("revealed", { n: done, all }) : say("all-revealed")}`);
}

// Reveal the next answer that is hidden, in reading order, opening the branch that holds it.
function revealNext() {
  if (!state.practice) return;
  const all = preorder(tops());
  const from = all.findIndex((node) => node.key === state.here) + 1;
  const node = [...all.slice(from), ...all.slice(0, from)].find(isConcealed);
  if (!node) {
    announce(say("all-revealed"));
    return;
  }
  const hidden = all.find((other) => isConcealed(other) && hangsFrom(node, other)) ?? node;
  uncover(hidden);
  relayout(null, false);
  uncoverAnswer(hidden);
}

function hangsFrom(node, other) {
  for (let upper = node; upper; upper = upper.upper) if (upper === other) return true;
  return false;
}

function score() {
  const all = drilled().length;
  one("score").textContent = say("revealed", { n: state.revealed.size, all });
}
