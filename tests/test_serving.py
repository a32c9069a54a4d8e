"""The live preview: news within a moment, the last good page while text is broken, no strangers."""

import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from functools import partial

import pytest

pytest.importorskip("starlette")
pytest.importorskip("watchfiles")

from pages import browser

from argmap.audit.project import project
from argmap.drawing import Manner
from argmap.live.guarding import Guard
from argmap.live.previewing import Preview
from argmap.live.serving import application

GOOD = """argmap: 1
title: School uniforms
thesis:
  text: Our school should require uniforms.
  support: [Uniforms cut what families spend on clothes.]
"""
BROKEN = GOOD.replace("support: [", "support: [[")
HOST = "127.0.0.1:8421"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "maps").mkdir()
    (tmp_path / "maps" / "uniforms.yaml").write_text(GOOD, encoding="utf-8")
    return tmp_path


@pytest.fixture
def preview(folder):
    made = Preview(("maps",), project(), Manner())
    made.refresh()
    return made


def asked(guard, path, headers=(), method="GET"):
    """Return the status, the headers and the text that an application answers with."""
    given = {"host": HOST, **dict(headers)}
    scope = {
        "type": "http",
        "method": method,
        "path": path,
        "raw_path": path.encode(),
        "query_string": b"",
        "headers": [(name.encode(), value.encode()) for name, value in given.items()],
    }
    said = []

    async def receive():
        return {"type": "http.request"}

    async def send(message):
        said.append(message)

    asyncio.run(guard(scope, receive, send))
    headers = {name.decode(): value.decode() for name, value in said[0]["headers"]}
    return said[0]["status"], headers, b"".join(one.get("body", b"") for one in said).decode()


@pytest.fixture
def ask(preview):
    return partial(asked, application(preview, "en", 8421))


def test_one_map_is_shown_at_once(ask):
    assert ask("/")[1]["location"] == "/map/maps/uniforms.yaml"
    status, _, frame = ask("/map/maps/uniforms.yaml")
    assert status == 200 and "{" not in frame.split("<body")[1].split(">")[0]
    assert "Our school should require uniforms." in ask("/page/maps/uniforms.yaml")[2]
    for name in ("live.js", "live.css"):
        assert ask(f"/{name}")[0] == 200


def test_the_last_good_page_stays_while_the_text_is_broken(folder, preview):
    before = preview.shown["maps/uniforms.yaml"]
    assert before.page and not before.stale
    (folder / "maps/uniforms.yaml").write_text(BROKEN, encoding="utf-8")
    assert preview.refresh() == ["maps/uniforms.yaml"]
    broken = preview.shown["maps/uniforms.yaml"]
    assert broken.page == before.page and broken.stale and broken.version == before.version + 1
    first = broken.problems[0]
    assert (first["severity"], first["line"]) == ("error", 5)
    assert any("support: [[" in text for _, text in first["text"])
    (folder / "maps/uniforms.yaml").write_text(GOOD.replace("cut", "lower"), encoding="utf-8")
    preview.refresh()
    mended = preview.shown["maps/uniforms.yaml"]
    assert not mended.stale and b"lower" in mended.page


def test_maps_come_and_go(folder, preview):
    (folder / "maps/new.yaml").write_text(GOOD.replace("School", "No"), encoding="utf-8")
    assert preview.refresh() == ["maps/new.yaml"]
    assert preview.shown["maps/new.yaml"].title == "No uniforms"
    (folder / "maps/new.yaml").unlink()
    assert preview.refresh() == ["maps/new.yaml"]
    assert list(preview.shown) == ["maps/uniforms.yaml"]
    assert preview.refresh() == []


def test_a_change_of_an_included_map_is_seen(folder, preview):
    (folder / "maps/main.yaml").write_text(
        "argmap: 1\ntitle: Now\ninclude: {u: uniforms.yaml}\nthesis:\n  text: We must decide.\n"
        "  support: [{ref: u/costs}]\n",
        encoding="utf-8",
    )
    shared = GOOD.replace("[Uniforms", "[{id: costs, text: Uniforms").replace(
        "clothes.]", "suits.}]"
    )
    (folder / "maps/uniforms.yaml").write_text(shared, encoding="utf-8")
    preview.refresh()
    assert not preview.shown["maps/main.yaml"].stale
    (folder / "maps/uniforms.yaml").write_text(
        shared.replace("Uniforms cut", "Uniforms halve"), encoding="utf-8"
    )
    assert "maps/main.yaml" in preview.refresh()
    assert b"halve" in preview.shown["maps/main.yaml"].page


STRANGERS = [
    ("/", {"host": "evil.example"}),
    ("/", {"host": "127.0.0.1:80"}),
    ("/", {"host": "127.0.0.1.evil.example:8421"}),
    ("/events", {"origin": "http://evil.example"}),
    ("/events", {"origin": "null"}),
    ("/events", {"origin": "https://127.0.0.1:8421"}),
    ("/page/maps/uniforms.yaml", {"sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors"}),
    ("/page/maps/uniforms.yaml", {"sec-fetch-site": "same-site", "sec-fetch-mode": "cors"}),
]


@pytest.mark.parametrize(("path", "headers"), STRANGERS)
def test_strangers_are_refused(ask, path, headers):
    status, _, text = ask(path, headers)
    assert status == 403 and "uniforms" not in text


@pytest.mark.parametrize("host", ["localhost:8421", "[::1]:8421", "LOCALHOST:8421"])
def test_other_names_of_this_machine_are_answered(ask, host):
    assert ask("/live.css", {"host": host})[0] == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_nothing_can_be_sent(ask, method):
    assert ask("/", method=method)[0] == 403


PATHS = ["/page/../secret.yaml", "/page/%2e%2e/secret.yaml", "/page/..%2fsecret.yaml"]
PATHS += ["/page/..%5Csecret.yaml", "/page/maps/%2E%2E/%2E%2E/x", "/map/../../etc/passwd"]


@pytest.mark.parametrize("path", PATHS)
def test_no_path_leads_out_of_the_project(path):
    assert asked(Guard(None, 8421), path)[0] == 403


@pytest.mark.parametrize("name", ["maps/secret.txt", "maps/other.yaml", "/etc/passwd", "maps"])
def test_only_maps_that_were_found_are_served(folder, ask, name):
    (folder / "maps/secret.txt").write_text("secret", encoding="utf-8")
    for where in ("page", "map"):
        status, _, text = ask(f"/{where}/{name}")
        assert status == 404 and "secret" not in text


def test_answers_keep_to_themselves(ask):
    for path in ("/map/maps/uniforms.yaml", "/page/maps/uniforms.yaml"):
        headers = ask(path)[1]
        assert "frame-ancestors" in headers["content-security-policy"]
        assert headers["cache-control"] == "no-store"
        assert headers["x-content-type-options"] == "nosniff"


@pytest.fixture
def served(folder):
    """A preview as its user starts it; gives the process and its address."""
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    words = [sys.executable, "-m", "argmap", "serve", "maps", "--port", "0"]
    process = subprocess.Popen(
        words,
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    line = process.stdout.readline()
    assert "http://127.0.0.1:" in line, process.stderr.read()
    yield process, line.split(" at ")[1].split()[0]
    process.kill()
    process.communicate()


def told(stream):
    """Return the next news of a stream of events."""
    for line in stream:
        if line.startswith(b"data: "):
            return json.loads(line[6:])
    raise AssertionError("the stream has ended")


def opened(address):
    for _ in range(100):
        try:
            return urllib.request.urlopen(address + "events", timeout=20)
        except urllib.error.URLError:
            time.sleep(0.1)
    raise AssertionError("nothing answers")


def test_news_come_to_the_browser_and_an_interrupt_ends_all_quietly(folder, served):
    process, address = served
    with opened(address) as stream:
        first = told(stream)
        assert [one["name"] for one in first["maps"]] == ["maps/uniforms.yaml"]
        (folder / "maps/uniforms.yaml").write_text(BROKEN, encoding="utf-8")
        news = told(stream)["maps"][0]
        assert news["stale"] and news["drawn"] and news["version"] > first["maps"][0]["version"]
        (folder / "maps/uniforms.yaml").write_text(GOOD, encoding="utf-8")
        assert not told(stream)["maps"][0]["stale"]
        process.send_signal(signal.SIGINT)
        process.wait(timeout=20)
    assert process.stderr.read() == ""


def until(tab, words):
    """Wait until a script's words are true of a page, whose policy forbids evaluating texts."""
    for _ in range(400):
        if tab.evaluate(f"() => {words}"):
            return
        time.sleep(0.05)
    raise AssertionError(words)


def test_the_page_follows_the_file_in_a_browser(folder, served):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is missing")
    with browser() as one:
        tab = one.new_page()
        seen = []
        tab.on("request", lambda request: seen.append(request.url))
        tab.goto(served[1])
        until(tab, "window.lastDrawn > 0")
        frame = tab.frames[1]
        assert "Our school should require uniforms." in frame.content()
        (folder / "maps/uniforms.yaml").write_text(BROKEN, encoding="utf-8")
        until(tab, "document.querySelector('#problems article')")
        assert "AM015" in tab.text_content("#problems")
        assert tab.locator("iframe").count() == 1, "the last good page stays"
        assert axe.Axe().run(tab).response["violations"] == []
        (folder / "maps/uniforms.yaml").write_text(
            GOOD.replace("Uniforms cut", "<b>Uniforms halve"), encoding="utf-8"
        )
        before = tab.evaluate("() => window.lastDrawn")
        until(tab, f"window.lastDrawn > {before}")
        assert "halve" in tab.frames[1].content()
        assert all(url.startswith((served[1], "data:", "about:")) for url in seen)


def test_a_port_that_is_taken_is_said(folder):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = str(other.getsockname()[1])
        words = [sys.executable, "-m", "argmap", "serve", "maps", "--port", port]
        done = subprocess.run(words, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 2 and f"port {port}" in done.stderr and "--port" in done.stderr
