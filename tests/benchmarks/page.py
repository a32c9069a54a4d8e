"""How fast a page is in headless Chromium: run as a script, with sizes to try.

Prints, for maps of so many claims: the file's size, packed as well; seconds until one can use the
page; and milliseconds to open or close a branch, and for a frame while the map is moved, with the
uppermost claims open, with all, and with all of them in sight. Frames of 17 ms are 60 a second: no
browser draws more.
"""

import gzip
import sys
import tempfile
from pathlib import Path
from statistics import median

from generating import written

from argmap.drawing import draw
from argmap.loading import load

sys.path.insert(0, str(Path(__file__).parent.parent))
from pages import browser

SIZES = (100, 500, 2000, 5000)
ROW = "{:>7}" + " {:>8}" * 8
READY = "() => performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd"
# What pressing Space on the root costs: the script, and the layout and paint of the next frame.
TOGGLE = """async () => {
  const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const root = document.querySelector('[role=treeitem]');
  const spent = [];
  for (let n = 0; n < 4; n++) {
    const begun = performance.now();
    root.dispatchEvent(new KeyboardEvent('keydown', { key: ' ', bubbles: true }));
    await frame();
    spent.push(performance.now() - begun);
    for (let m = 0; m < 18; m++) await frame();
  }
  return spent;
}"""
PAN = """async () => {
  const stage = document.querySelector('[data-ui=stage]');
  const spent = [];
  let last = await new Promise(requestAnimationFrame);
  for (let n = 0; n < 60; n++) {
    const deltaX = n % 30 < 15 ? 12 : -12;
    stage.dispatchEvent(new WheelEvent('wheel', { deltaX, deltaY: 6, cancelable: true }));
    const now = await new Promise(requestAnimationFrame);
    spent.push(now - last);
    last = now;
  }
  return spent;
}"""


def measure(one, size, folder):
    """Print what the page of a map of a size costs."""
    source, target = Path(folder) / f"{size}.yaml", Path(folder) / f"{size}.html"
    source.write_text(written(size, 1), encoding="utf-8")
    content = str(draw(load(source), "html")).encode()
    target.write_bytes(content)
    page = one.new_page(viewport={"width": 1440, "height": 900})
    page.goto(target.as_uri())
    ready = page.evaluate(READY) / 1000
    cells = [
        f"{len(content) / 1e6:.2f}",
        f"{len(gzip.compress(content)) / 1e6:.2f}",
        f"{ready:.2f}",
    ]
    for everything in (False, True):
        if everything:
            page.click("[data-do=open-all]")
            page.wait_for_timeout(600)
        cells += [f"{median(page.evaluate(code)):.0f}" for code in (PAN, TOGGLE)]
    page.click("[data-do=fit]")
    page.wait_for_timeout(600)
    cells.append(f"{median(page.evaluate(PAN)):.0f}")
    print(ROW.format(size, *cells), flush=True)
    page.close()


def main():
    """Measure the sizes that are asked for."""
    sizes = [int(word) for word in sys.argv[1:]] or SIZES
    print(
        ROW.format(
            *("claims", "MB", "packed", "ready s", "pan ms", "fold ms"),
            *("pan all", "fold all", "pan far"),
        )
    )
    with tempfile.TemporaryDirectory() as folder, browser() as one:
        for size in sizes:
            measure(one, size, folder)


if __name__ == "__main__":
    main()
