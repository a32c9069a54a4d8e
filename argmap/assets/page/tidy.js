// Where everything goes: a box's children hang below it along rails, one for each sort, or stand
// in the columns that were chosen for the whole map. It is the layout of the pictures that argmap
// draws, so that page and picture agree. Nothing recurs: a map may be a chain of thousands.

const RAIL = 11; // from a box's left side to its outermost rail
const LANE = 15; // between two rails
const STEP = 20; // from a rail to the box that hangs from it
const DROP = 22; // from a box to the first that hangs from it
const GAP = 14; // between two boxes that hang from one rail
const PAUSE = 8; // more of a gap after one that has children
const ROW = 50; // between a tree and the next below it
const BUS = 46; // from a box to the columns below it
const BETWEEN = 24; // from a column to the next rail
const JOINT = 9; // a joint's radius

// To the nearest whole number, halves to the even one, as the pictures do.
function rounded(value) {
  const up = Math.round(value);
  return up - value === 0.5 && up % 2 ? up - 1 : up;
}

// Give all that is shown its place and its line; return it in reading order.
function tidy() {
  const rows = tops();
  const order = preorder(rows, (node) => {
    node.now = shown(node);
    return node.now.groups.flat();
  });
  for (let n = order.length - 1; n >= 0; n--) order[n].room = roomOf(order[n]);
  for (const node of rows) node.line = null;
  if (state.only && !state.narrow) deal(rows[0]);
  const wide = Math.max(0, ...rows.map((node) => node.room[0]));
  const waiting = [];
  let top = 0;
  for (const node of rows) {
    waiting.push([node, rounded((wide - node.room[0]) / 2), top]);
    top += node.room[1] + ROW;
  }
  while (waiting.length) {
    const [node, x, y] = waiting.pop();
    for (const next of (isSpread(node) ? columns : rail)(node, x, y)) waiting.push(next);
  }
  return order.filter((node) => !node.bare);
}

const isSpread = (node) => node.now.columns.length > 1 && !state.narrow;
const gapAfter = (node) => GAP + (node.now.groups.length ? PAUSE : 0);
const acrossOf = (node, widest) => (node.bare ? widest : STEP + widest);
const busOf = (node) => (node.bare ? 0 : BUS + LANE * (node.now.groups.length - 1));

// How far down a branch the line from above enters it.
function entryOf(node) {
  while (node.joint && node.now.groups.length) node = node.now.groups[0][0];
  return node.entry;
}

function indentOf(node) {
  if (node.bare) return 0;
  return node.joint ? 2 * JOINT + 12 : RAIL + LANE * (node.now.groups.length - 1) + STEP;
}

const highOf = (items) =>
  items.reduce((sum, item) => sum + item.room[1] + gapAfter(item), 0) - gapAfter(items.at(-1));
const wideOf = (items) => Math.max(...items.map((item) => item.room[0]));

// How much room a branch takes.
function roomOf(node) {
  const items = node.now.groups.flat();
  if (!items.length) return [node.width, node.height];
  if (!isSpread(node)) {
    const below = highOf(items);
    const wide = indentOf(node) + wideOf(items);
    if (node.joint) return [wide, Math.max(below, entryOf(items[0]) + JOINT)];
    return [Math.max(node.width, wide), (node.bare ? 0 : node.height + DROP) + below];
  }
  const parts = node.now.columns.map(([, column]) => column);
  let wide = parts.reduce((sum, column) => sum + acrossOf(node, wideOf(column)), 0);
  wide += BETWEEN * (parts.length - 1) + (node.centred || node.bare ? 0 : RAIL);
  const high = Math.max(...parts.map(highOf));
  return [Math.max(node.width, wide), node.height + busOf(node) + high];
}

// A branch that is shown alone gets columns of its own: as many as make it largest in the window.
function deal(node) {
  const items = node.now.groups.flat();
  if (items.length < 2 || isSpread(node)) return;
  const tallest = Math.max(...items.map((item) => item.room[1]));
  let [best, chosen] = [scaleOf(node.room), node.now];
  for (let limit = highOf(items); limit > tallest * 0.75; limit *= 0.8) {
    node.now = { groups: chosen.groups, columns: dealt(node, Math.max(limit, tallest)) };
    const scale = scaleOf(roomOf(node));
    if (scale > best) [best, chosen] = [scale, node.now];
  }
  node.now = chosen;
  node.room = roomOf(node);
}

const scaleOf = ([wide, high]) =>
  Math.min(stage.clientWidth / (wide + 60), stage.clientHeight / (high + 60), 1);

// Fill columns from left to right, each no higher than a limit, with one sort of child.
function dealt(node, limit) {
  const found = [];
  node.now.groups.forEach((group, n) => {
    let used = Infinity;
    for (const item of group) {
      if (used + item.room[1] > limit) {
        found.push([n, []]);
        used = 0;
      }
      found.at(-1)[1].push(item);
      used += item.room[1] + gapAfter(item);
    }
  });
  return found;
}

// Hang a box's children below it, or a joint's beside it.
function rail(node, x, y) {
  node.x = x;
  node.y = node.joint ? y + entryOf(node) - JOINT : y;
  const left = x + indentOf(node);
  let down = node.joint || node.bare ? y : y + node.height + DROP;
  const placed = node.now.groups.flat().map((item) => {
    const found = [item, left, down];
    down += item.room[1] + gapAfter(item);
    return found;
  });
  if (placed.length && !node.bare) (node.joint ? beside : below)(node, x, y, placed);
  return placed;
}

// Draw the lines from a box to what hangs below it: the first sort on the inner rail.
function below(node, x, y, placed) {
  const groups = node.now.groups;
  for (const [item, left, down] of placed) {
    const lane = groups.length - 1 - groups.findIndex((group) => group.includes(item));
    const at = x + RAIL + LANE * lane;
    const to = down + entryOf(item);
    item.line = [[at, y + node.height], [at, to], [left, to]];
  }
}

// Draw the lines from a joint: straight to the first premise, along rails to the others.
function beside(joint, x, y, placed) {
  const [first, left, down] = placed[0];
  const middle = down + entryOf(first);
  first.line = [[x + 2 * JOINT, middle], [left, middle]];
  const rest = joint.now.groups.map((group) => group.filter((item) => item !== first));
  const rails = rest.filter((group) => group.length);
  for (const [item, itemLeft, itemDown] of placed.slice(1)) {
    const lane = rails.length - 1 - rails.findIndex((group) => group.includes(item));
    const aside = (lane - (rails.length - 1) / 2) * (JOINT - 1);
    const at = x + JOINT + aside;
    const to = itemDown + entryOf(item);
    item.line = [[at, middle + Math.sqrt(JOINT ** 2 - aside ** 2)], [at, to], [itemLeft, to]];
  }
}

// Set a box's children in columns below it, each with a rail on its left.
function columns(node, x, y) {
  const [left, rails] = railsOf(node, x);
  const placed = [];
  node.now.columns.forEach(([group, items], n) => {
    let down = y + node.height + busOf(node);
    for (const item of items) {
      placed.push([item, rails[n] + acrossOf(node, 0), down, group, rails[n]]);
      down += item.room[1] + gapAfter(item);
    }
  });
  [node.x, node.y] = [left, y];
  if (!node.bare) fromBus(node, rails, placed);
  return placed;
}

// Where a box begins, and where the rails of its columns run.
function railsOf(node, x) {
  const widths = node.now.columns.map(([, items]) => acrossOf(node, wideOf(items)));
  let [left, first] = [x, node.bare ? x : x + RAIL];
  if (node.centred) {
    const block = widths.reduce((sum, wide) => sum + wide, 0) + BETWEEN * (widths.length - 1);
    left = rounded(x + (node.room[0] - node.width) / 2);
    first = rounded(x + (node.room[0] - block) / 2);
  }
  const rails = [];
  for (const wide of widths) {
    rails.push(first);
    first += wide + BETWEEN;
  }
  return [left, rails];
}

// Draw the lines from a box down, across, down the rail of a column, and to each child.
function fromBus(node, rails, placed) {
  const [trunks, lanes] = trunksOf(node, rails);
  for (const [item, start, down, group, at] of placed) {
    const [trunk, lane] = [trunks[group], lanes[group]];
    const to = down + entryOf(item);
    const turn = Math.abs(trunk - at) > 0.5 ? [[trunk, lane], [at, lane]] : [];
    item.line = [[trunk, node.y + node.height], ...turn, [at, to], [start, to]];
  }
}

// Where the lines to each sort of child leave a box, and how far down they turn: a later sort
// turns higher up, and so passes above the earlier one's columns, unless it begins left of it.
function trunksOf(node, rails) {
  const many = node.now.groups.length;
  const numbers = [...Array(many).keys()];
  let trunks = numbers.map((n) => node.x + RAIL + LANE * n);
  if (node.centred) {
    const middle = rounded(node.x + node.width / 2);
    trunks = numbers.map((n) => middle + (n - (many - 1) / 2) * 2 * LANE);
    trunks = trunks.map((at) => rails.find((other) => Math.abs(other - at) < LANE) ?? at);
  }
  const later = node.now.columns.findIndex(([group]) => group > 0);
  const crossing = later >= 0 && rails[later] < trunks[0];
  const top = node.y + node.height + DROP;
  return [trunks, numbers.map((n) => top + LANE * (crossing ? n : many - 1 - n))];
}
