"""What all tests share: expected output in files, which `pytest --update` writes anew."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from argmap.checking import examine
from argmap.loading import document
from argmap.review.choosing import Settings, plan
from argmap.review.codes import codes

# the same examples in each run, for as long as they take: a busy machine is no fault
settings.register_profile(
    "argmap",
    deadline=None,
    derandomize=True,
    print_blob=True,
    suppress_health_check=list(HealthCheck),
)
settings.load_profile("argmap")


def pytest_addoption(parser):
    parser.addoption(
        "--update", action="store_true", help="write expected output anew; then read the diff"
    )


@pytest.fixture
def snapshot(request):
    """Compare text with a file, or with `--update` write the file."""

    def compare(path: Path, found: str) -> None:
        if request.config.getoption("--update"):
            path.write_text(found, encoding="utf-8", newline="\n")
        assert path.is_file(), f"{path} is missing; `pytest --update` writes it"
        assert found == path.read_text(encoding="utf-8")

    return compare


@pytest.fixture(scope="session")
def maps():
    """The small maps of `tests/maps/`, by name."""
    found = {path.stem: path for path in (Path(__file__).parent / "maps").glob("*.yaml")}
    assert found
    return found


@pytest.fixture(scope="session")
def faulty():
    """Every wrong example of every code as a file, and the corpus, checked by all rules."""
    todo = plan(Settings(select=("all",)))
    texts = [text for one in codes() for text in one.bad]
    given = [(f"n{number}.yaml", text.encode()) for number, text in enumerate(texts)]
    corpus = sorted((Path(__file__).parent / "faulty").glob("*.yaml"))
    assert corpus
    given += [(path.name, path.read_bytes()) for path in corpus]
    files = [examine(document(content, f"maps/{name}"), todo) for name, content in given]
    assert len({problem.code for one in files for problem in one.problems}) > 80
    return files
