"""What ships: a wheel with both packages, the styles and the sample articles, that runs."""

from __future__ import annotations

import ast
import hashlib
import os
import re
import subprocess
import sys
import tomllib
import zipfile
from importlib.metadata import packages_distributions
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


def test_every_package_that_is_imported_is_declared() -> None:
    """None may be there only because another one brings it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    declared = project["dependencies"] + project["optional-dependencies"]["web"]
    names = {re.match(r"[\w.-]+", requirement)[0] for requirement in declared}  # type: ignore[index]
    wanted = {re.sub(r"[-_.]+", "-", name).lower() for name in names}
    brought_by = packages_distributions()
    for module in sorted(_imported() - sys.stdlib_module_names - {"index", "tui"}):
        packages = {re.sub(r"[-_.]+", "-", name).lower() for name in brought_by[module]}
        assert packages & wanted, f"{module} is of {packages}, which pyproject.toml does not name"


def _imported() -> set[str]:
    """The first names of all modules that the two packages import, anywhere in their files."""
    found = set()
    for path in (path for folder in ("index", "tui") for path in (ROOT / folder).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                found.add(node.module.partition(".")[0])
    return found


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
