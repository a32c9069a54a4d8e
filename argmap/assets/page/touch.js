// Mouse, pen, fingers: one moves the map, two zoom it.
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
