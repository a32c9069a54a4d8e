// Mouse, pen, fingers: one moves the map, two zoom it.

// Note how far the map is drawn around the stage.
function cover({ width, height }, whole) {
  const from = (at, far) => (whole ? Infinity * Math.sign(far) : (at + far) / view.k);
  covered = {
    left: from(-view.x, -AROUND), top: from(-view.y, -AROUND),
    right: from(width - view.x, AROUND), bottom: from(height - view.y, AROUND),
    far: view.k < FAR,
  };
}

// Tell whether all that the stage now shows is drawn already.
function isCovered() {
  return covered && covered.far === view.k < FAR
    && -view.x / view.k >= covered.left && -view.y / view.k >= covered.top
    && (stage.clientWidth - view.x) / view.k <= covered.right
    && (stage.clientHeight - view.y) / view.k <= covered.bottom;
}

// During a gesture the drawing is moved in each frame, and completed now and then.
function gesture() {
  clearTimeout(resting);
  resting = setTimeout(show, 140);
  if (!waiting) {
    waiting = requestAnimationFrame(() => {
      waiting = 0;
      transform();
      if (!isCovered() && performance.now() - drawn > PAUSES) show();
    });
  }
}

function pan(dx, dy) {
  view.x += dx;
  view.y += dy;
  gesture();
}

// Zoom so that a point of the stage, by default its middle, stays where it is.
function zoom(by, x = stage.clientWidth / 2, y = stage.clientHeight / 2) {
  const k = Math.min(MOST, Math.max(LEAST, view.k * by));
  view.x = x - ((x - view.x) * k) / view.k;
  view.y = y - ((y - view.y) * k) / view.k;
  view.k = k;
  gesture();
}

const fingers = new Map();
let dragged = false;

stage.addEventListener("pointerdown", (event) => {
  if (event.button > 0) return;
  fingers.set(event.pointerId, event);
  dragged = fingers.size > 1;
});

stage.addEventListener("pointermove", (event) => {
  const last = fingers.get(event.pointerId);
  if (!last) return;
  const [dx, dy] = [event.clientX - last.clientX, event.clientY - last.clientY];
  if (!dragged && Math.hypot(dx, dy) < 4) return;
  if (!dragged) stage.setPointerCapture(event.pointerId);
  dragged = true;
  if (fingers.size === 1) pan(dx, dy);
  else pinch(last, event);
  fingers.set(event.pointerId, event);
});

for (const end of ["pointerup", "pointercancel"]) {
  stage.addEventListener(end, (event) => fingers.delete(event.pointerId));
}

function pinch(last, event) {
  const other = [...fingers.values()].find((finger) => finger.pointerId !== event.pointerId);
  const box = stage.getBoundingClientRect();
  const apart = (finger) => Math.hypot(finger.clientX - other.clientX, finger.clientY - other.clientY);
  const [x, y] = [(event.clientX + other.clientX) / 2, (event.clientY + other.clientY) / 2];
  pan((event.clientX - last.clientX) / 2, (event.clientY - last.clientY) / 2);
  zoom(apart(event) / Math.max(apart(last), 1), x - box.left, y - box.top);
}

// A wheel zooms; turned sideways, or with Shift, it moves the map.
stage.addEventListener("wheel", (event) => {
  event.preventDefault();
  const unit = event.deltaMode ? 16 : 1;
  const [dx, dy] = [event.deltaX * unit, event.deltaY * unit];
  if (event.ctrlKey || (!event.shiftKey && !dx)) {
    const box = stage.getBoundingClientRect();
    const by = Math.exp(-Math.max(-60, Math.min(60, dy)) * (event.ctrlKey ? 0.01 : 0.0035));
    zoom(by, event.clientX - box.left, event.clientY - box.top);
  } else pan(event.shiftKey && !dx ? -dy : -dx, event.shiftKey ? 0 : -dy);
}, { passive: false });

// A window that becomes narrow, or wide, has the map laid out anew.
new ResizeObserver(() => {
  if (!order.length) return;
  if (isNarrow() !== state.narrow) speak(state.book.language);
  else show();
}).observe(stage);

const isNarrow = () => innerWidth < 560;
