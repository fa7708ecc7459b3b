"""The built wheel, installed into a fresh environment and used away from the checkout."""

import json
import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """The `tracker` command of a fresh environment that holds the wheel; its dependencies are those of this one."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    venv.create(folder / "environment", with_pip=False)
    python = folder / "environment" / "bin" / "python"
    subprocess.run(
        [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet", "--no-deps", str(wheel)],
        check=True,
    )
    (packages,) = (folder / "environment" / "lib").glob("python*/site-packages")
    (packages / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return folder / "environment" / "bin" / "tracker"


@pytest.fixture
def run(installed, tmp_path):
    """Run the installed command in an empty folder, with a home of its own."""

    def run(*words):
        environment = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "LANG": "C.UTF-8"}
        ended = subprocess.run(
            [installed, *words], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False, timeout=120
        )
        assert ended.returncode == 0, ended.stderr
        return ended.stdout

    return run


def test_the_wheel_is_the_code_that_runs_and_not_the_checkout(installed):
    ended = subprocess.run(
        [installed.parent / "python", "-c", "import tracker; print(tracker.__file__)"],
        cwd=installed.parent, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert ended.stdout.startswith(str(installed.parent.parent))


def test_it_makes_its_database_from_the_migrations_it_carries(run, tmp_path):
    assert "made" in run("db", "upgrade")
    assert "up to date" in run("db", "upgrade")
    (database,) = tmp_path.rglob("tracker.db")
    assert database.stat().st_mode & 0o777 == 0o600
    assert database.parent.stat().st_mode & 0o777 == 0o700


def test_it_carries_the_default_configuration(run):
    assert "database" in run("config", "default")


def test_its_demo_goes_all_the_way(run, tmp_path):
    told = run("demo", "--folder", str(tmp_path / "demo"))
    assert "overdue" in told
    listed = json.loads(run("--config", str(tmp_path / "demo" / "config.toml"), "list", "--json"))
    assert any(one["words"] == "within the next 30 days" for one in listed["commitments"])
