"""The scripts in a copy beside a tiny project: their environment is made, left alone, repaired; the steps are run."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
import venv
from pathlib import Path

import pip
import pytest

SCRIPTS = Path(__file__).parents[2] / "scripts"
PROJECT = """
[build-system]
requires = []
build-backend = "backend"
backend-path = ["."]

[project]
name = "tiny"
version = "1.0"
"""
BACKEND = '''
"""The least backend that pip takes: an editable wheel that puts this folder on the path."""
from pathlib import Path
from zipfile import ZipFile

FILES = {
    "METADATA": "Metadata-Version: 2.1\\nName: tiny\\nVersion: 1.0\\n",
    "WHEEL": "Wheel-Version: 1.0\\nGenerator: tiny\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n",
    "RECORD": "",
}

def build_editable(wheel_directory, config_settings=None, metadata_directory=None):
    name = "tiny-1.0-py3-none-any.whl"
    with ZipFile(Path(wheel_directory, name), "w") as wheel:
        wheel.writestr("tiny.pth", str(Path(__file__).parent))
        for file, text in FILES.items():
            wheel.writestr(f"tiny-1.0.dist-info/{file}", text)
    return name

def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    return build_editable(wheel_directory)
'''
PREPARE = "import environment; print(environment.prepare(environment.RUN_LOCK))"


def start(project: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", PREPARE]
    scripts = project / "scripts"
    return subprocess.Popen(command, cwd=scripts, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def prepare(project: Path) -> str:
    """Prepare the environment, prove that the project is installed in it, and give what was told meanwhile."""
    started = start(project)
    output, told = started.communicate()
    assert started.returncode == 0, told
    python = output.strip()
    assert python == str(project / ".venv" / "bin" / "python")
    subprocess.run([python, "-c", "import tiny"], check=True, cwd="/")
    return told


def tiny(folder: Path) -> Path:
    """A project in a folder with a space in its name; its requirements are a file of remarks."""
    project = folder / "a project"
    (project / "scripts").mkdir(parents=True)
    for name in ("environment.py", "test"):
        shutil.copy(SCRIPTS / name, project / "scripts")
    for name in ("requirements.txt", "requirements-dev.txt"):
        (project / "scripts" / name).write_text("# nothing\n", encoding="utf-8")
    (project / "pyproject.toml").write_text(PROJECT, encoding="utf-8")
    (project / "backend.py").write_text(BACKEND, encoding="utf-8")
    (project / "tiny.py").touch()
    return project


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment with nothing but the pip of ours, to be copied: to make one from the start takes seconds."""
    folder = tmp_path_factory.mktemp("made") / ".venv"
    venv.create(folder, symlinks=True)
    (packages,) = (folder / "lib").glob("python*/site-packages")
    (packages / "pip").symlink_to(Path(pip.__file__).parent)
    return folder


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project that has no environment."""
    return tiny(tmp_path)


@pytest.fixture
def begun(tmp_path: Path, made: Path) -> Path:
    """A project with an environment in which nothing is installed yet."""
    project = tiny(tmp_path)
    shutil.copytree(made, project / ".venv", symlinks=True)
    return project


def test_two_at_once_make_one_in_place_of_a_broken_one_and_then_it_is_left_alone(project: Path) -> None:
    (project / ".venv" / "bin").mkdir(parents=True)
    both = [start(project), start(project)]
    told = "".join(started.communicate()[1] for started in both)
    assert [started.returncode for started in both] == [0, 0]
    assert told.count("making .venv") == 1
    assert prepare(project) == ""
    with (project / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write('description = "changed"\n')
    assert prepare(project) == "installing project ...\n"


def test_what_is_half_made_is_made_anew(begun: Path, made: Path) -> None:
    """How it is made is proved above: the `venv` that lies in the tiny project copies what was made before."""
    (begun / ".venv" / "unfinished").touch()
    copying = f"import shutil, sys\nshutil.copytree({str(made)!r}, sys.argv[1], symlinks=True, dirs_exist_ok=True)\n"
    (begun / "venv.py").write_text(copying, encoding="utf-8")
    assert "making .venv" in prepare(begun)


def test_a_failed_installation_says_so_and_the_next_one_goes_on(begun: Path) -> None:
    lock = begun / "scripts" / "requirements.txt"
    lock.write_text("./missing-folder\n", encoding="utf-8")
    started = start(begun)
    told = started.communicate()[1]
    assert started.returncode == 1
    assert told.rstrip().endswith("failed: is there a network, and room on the disk?")
    lock.write_text("# nothing\n", encoding="utf-8")
    assert "making .venv" not in prepare(begun)


def test_an_old_python_is_told_in_one_line(project: Path) -> None:
    pretend = "import sys; sys.version_info = (3, 9, 2); " + PREPARE
    command = [sys.executable, "-c", pretend]
    ended = subprocess.run(command, cwd=project / "scripts", text=True, capture_output=True, check=False)
    assert (ended.returncode, ended.stderr) == (1, "Python 3.11 or newer is needed, this is 3.9\n")


def test_the_test_command_runs_every_step_and_names_those_that_failed(begun: Path) -> None:
    """The tools are stand-ins that lie in the tiny project: what is tested is who is called, and what is told."""
    (begun / "ruff.py").write_text("import sys\nprint('ruff', *sys.argv[1:])\n", encoding="utf-8")
    (begun / "mypy.py").write_text("raise SystemExit(1)\n", encoding="utf-8")
    (begun / "pytest.py").write_text("import sys\nprint('pytest', *sys.argv[1:])\nsys.exit(5)\n", encoding="utf-8")
    (begun / "importlinter").mkdir()
    (begun / "importlinter" / "cli.py").write_text("def lint_imports_command(): print('contracts')\n", encoding="utf-8")
    checks = ["== format", "ruff format --check", "== lint", "ruff check", "== types", "== imports", "contracts"]
    spread = "--numprocesses auto --dist worksteal"

    def told(*flags: str) -> list[str]:
        command = [str(begun / "scripts" / "test"), *flags]
        compiling = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
        ended = subprocess.run(command, cwd="/", env=compiling, text=True, capture_output=True, check=False)
        assert ended.returncode == 1
        assert (begun / "importlinter" / "__pycache__").exists()  # no program compiles it again
        return [*ended.stdout.splitlines(), ended.stderr.splitlines()[-1]]

    assert told("-k", "a word") == ["== tests", f"pytest -k a word {spread}", *checks, "failed: tests, types"]
    others, rest, pure, run, *end = told("--require-postgres")
    assert (pure, others, end) == ("== pure", "== tests", [*checks, "failed: tests, pure, types"])
    measured, *folders = run.removeprefix("pytest --require-postgres --numprocesses 0 --cov ").split()
    assert measured == "--cov-report=term-missing:skip-covered"
    project = tomllib.loads((SCRIPTS.parent / "pyproject.toml").read_text(encoding="utf-8"))
    assert folders == [one.replace("tracker/", "tests/") for one in project["tool"]["coverage"]["run"]["source"]]
    assert rest == f"pytest --require-postgres {spread} " + " ".join(f"--ignore={folder}" for folder in folders)
