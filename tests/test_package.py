"""What ships: a wheel with both packages, the styles and the sample articles, that runs."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

RUN = "import sys; from tui.cli import run; sys.exit(run())"
"""What the console script does."""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from this checkout with the build backend that is installed already."""
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    return next(folder.glob("*.whl"))


def test_the_wheel_holds_all_that_the_checkout_does(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    wanted = {
        path.relative_to(ROOT).as_posix()
        for folder, pattern in [
            ("index", "*.py"),
            ("index", "*.toml"),
            ("tui", "*.py"),
            ("styles", "*.tcss"),
            ("seeds", "*"),
        ]
        for path in (ROOT / folder).rglob(pattern)
        if path.is_file()
    }
    assert wanted
    assert wanted <= names
    assert not {name for name in names if name.startswith("tests/")}


def test_the_installed_wheel_runs_away_from_the_checkout(wheel: Path, tmp_path: Path) -> None:
    place = tmp_path / "installed"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(place)
    done = subprocess.run(
        [sys.executable, "-c", RUN, "search", "kursk", "--json"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(place), "PYTHONSAFEPATH": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert '"total":' in done.stdout


def test_every_dependency_says_why_it_is_there() -> None:
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    project = tomllib.loads(text)["project"]
    wanted = [*project["dependencies"]]
    for extra in project["optional-dependencies"].values():
        wanted += extra
    for requirement in wanted:
        assert re.search(rf'"{re.escape(requirement)}",\s+# \S+ \S+', text), requirement


def test_the_sample_articles_are_the_ones_received() -> None:
    """A changed byte would move every label of the evaluation."""
    digests = {
        line.split()[1]: line.split()[0]
        for line in (ROOT / "tests/data/seeds.sha256").read_text("ascii").splitlines()
    }
    found = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in (ROOT / "seeds").glob("*.txt")
    }
    assert found == digests
