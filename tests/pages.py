"""Pages in a browser, for tests and measurements: headless Chromium, driven by Playwright.

No browser is ever downloaded. Where there is none, or no Playwright, the tests skip and say so.
"""

import os
import shutil
from contextlib import contextmanager

import pytest

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
QUIET = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip


def chromium():
    """Return where Chromium is, or None."""
    named = os.environ.get("ARGMAP_CHROMIUM", "")
    return named or next((path for name in NAMES if (path := shutil.which(name))), None)


@contextmanager
def browser():
    """Run a browser; skips the test where there is none."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    path = chromium()
    if path is None:
        pytest.skip("there is no Chromium (ARGMAP_CHROMIUM says where one is)")
    with playwright.sync_playwright() as driver:
        one = driver.chromium.launch(executable_path=path, args=list(QUIET))
        yield one
        one.close()
