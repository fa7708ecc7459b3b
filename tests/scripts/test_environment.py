"""The scripts in a copy beside a tiny project: their environment is made, left alone, repaired; the steps are run."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

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


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project in a folder with a space in its name; its requirements are a file of remarks."""
    folder = tmp_path / "a project"
    (folder / "scripts").mkdir(parents=True)
    for name in ("environment.py", "test"):
        shutil.copy(SCRIPTS / name, folder / "scripts")
    for name in ("requirements.txt", "requirements-dev.txt"):
        (folder / "scripts" / name).write_text("# nothing\n", encoding="utf-8")
    (folder / "pyproject.toml").write_text(PROJECT, encoding="utf-8")
    (folder / "backend.py").write_text(BACKEND, encoding="utf-8")
    (folder / "tiny.py").touch()
    return folder


def test_it_is_made_once_and_then_left_alone(project: Path) -> None:
    assert "making .venv" in prepare(project)
    assert prepare(project) == ""
    with (project / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write('description = "changed"\n')
    assert prepare(project) == "installing project ...\n"


def test_what_is_broken_or_half_made_is_made_anew(project: Path) -> None:
    (project / ".venv" / "bin").mkdir(parents=True)
    assert "making .venv" in prepare(project)
    (project / ".venv" / "unfinished").touch()
    assert "making .venv" in prepare(project)


def test_two_at_once_make_one(project: Path) -> None:
    both = [start(project), start(project)]
    told = "".join(started.communicate()[1] for started in both)
    assert [started.returncode for started in both] == [0, 0]
    assert told.count("making .venv") == 1
    assert prepare(project) == ""


def test_a_failed_installation_says_so_and_the_next_one_goes_on(project: Path) -> None:
    lock = project / "scripts" / "requirements.txt"
    lock.write_text("./missing-folder\n", encoding="utf-8")
    started = start(project)
    told = started.communicate()[1]
    assert started.returncode == 1
    assert told.rstrip().endswith("failed: is there a network, and room on the disk?")
    lock.write_text("# nothing\n", encoding="utf-8")
    assert "making .venv" not in prepare(project)


def test_an_old_python_is_told_in_one_line(project: Path) -> None:
    pretend = "import sys; sys.version_info = (3, 9, 2); " + PREPARE
    command = [sys.executable, "-c", pretend]
    ended = subprocess.run(command, cwd=project / "scripts", text=True, capture_output=True, check=False)
    assert (ended.returncode, ended.stderr) == (1, "Python 3.11 or newer is needed, this is 3.9\n")


def test_the_test_command_runs_every_step_and_names_those_that_failed(project: Path) -> None:
    """The tools are stand-ins that lie in the tiny project: what is tested is who is called, and what is told."""
    (project / "ruff.py").write_text("import sys\nprint('ruff', *sys.argv[1:])\n", encoding="utf-8")
    (project / "mypy.py").write_text("raise SystemExit(1)\n", encoding="utf-8")
    (project / "pytest.py").write_text("import sys\nprint('pytest', *sys.argv[1:])\nsys.exit(5)\n", encoding="utf-8")
    (project / "importlinter").mkdir()
    (project / "importlinter" / "cli.py").write_text(
        "def lint_imports_command(): print('contracts')\n", encoding="utf-8"
    )
    command = [str(project / "scripts" / "test"), "-k", "a word"]
    ended = subprocess.run(command, cwd="/", text=True, capture_output=True, check=False)
    assert ended.stdout.splitlines() == [
        "== format",
        "ruff format --check",
        "== lint",
        "ruff check",
        "== types",
        "== imports",
        "contracts",
        "== tests",
        "pytest --numprocesses auto -k a word",
    ]
    assert ended.stderr.endswith("failed: types, tests\n")
    assert ended.returncode == 1
