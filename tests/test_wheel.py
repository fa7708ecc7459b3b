"""The built wheel, installed into a fresh environment and used away from the checkout."""

import json
import os
import subprocess
import sys
import venv
from email.message import EmailMessage
from importlib import metadata
from io import BytesIO
from pathlib import Path

import docx
import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parent.parent


PROMISE = "The ministry will open the bridge by 30 June 2026."
FEED = f"""<rss version="2.0"><channel><title>Ministry</title><link>https://ministry.example</link><description/>
<item><title>Bridge</title><pubDate>Tue, 03 Mar 2026 09:00:00 GMT</pubDate><description>{PROMISE}</description></item>
</channel></rss>"""
PAGE = f"""<html><head><meta name="date" content="2026-03-03"><title>Bridge</title></head>
<body><nav>Home</nav><article><p>{PROMISE}</p></article></body></html>"""
PDF = b"""%%PDF-1.4
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Kids [4 0 R] /Count 1 >> endobj
3 0 obj << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> endobj
4 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents 5 0 R >>
endobj
5 0 obj << /Length %d >>
stream
%s
endstream
endobj
trailer << /Root 1 0 R /Size 6 >>
startxref
0
%%%%EOF"""


def as_pdf():
    drawn = f"BT /F1 12 Tf 14 TL 72 720 Td (3 March 2026) Tj T* ({PROMISE}) Tj ET".encode()
    return PDF % (len(drawn), drawn)


def as_docx():
    document, content = docx.Document(), BytesIO()
    for words in ("3 March 2026", PROMISE):
        document.add_paragraph(words)
    document.save(content)
    return content.getvalue()


def as_mail():
    mail = EmailMessage()
    mail["Subject"], mail["Date"] = "Bridge", "Tue, 03 Mar 2026 10:00:00 +0000"
    mail.set_content(f"{PROMISE}\n")
    return mail.as_bytes()


def needed(name, found):
    """The packages that one names as needed, and those that these need, as far as they do so without an extra: an
    extra's name is spelt in several ways, and not every installer finds it."""
    for line in metadata.requires(name) or ():
        one = Requirement(line)
        if one.name not in found and (one.marker is None or one.marker.evaluate({"extra": ""})):
            found.add(one.name)
            needed(one.name, found)
    return found


@pytest.fixture(scope="module")
def dependencies(tmp_path_factory):
    """A folder with the packages that the project says it needs, and with none else."""
    folder = tmp_path_factory.mktemp("dependencies")
    for name in needed("commitment-tracker", set()):
        distribution = metadata.distribution(name)
        for top in {path.parts[0] for path in distribution.files} - {"..", "__pycache__"}:
            if not (folder / top).exists():
                (folder / top).symlink_to(distribution.locate_file(top))
    return folder


@pytest.fixture(scope="module")
def installed(tmp_path_factory, dependencies):
    """The `tracker` command of a fresh environment that holds the wheel and what it needs."""
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
    (packages / "dependencies.pth").write_text(f"{dependencies}\n", encoding="utf-8")
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


DOCUMENTS = {
    "page.html": PAGE.encode(),
    "plan.pdf": as_pdf(),
    "plan.docx": as_docx(),
    "news.rss": FEED.encode(),
    "mail.eml": as_mail(),
}


def test_it_reads_every_kind_of_document_with_what_it_says_it_needs(run, tmp_path):
    for name, content in DOCUMENTS.items():
        (tmp_path / name).write_bytes(content)
    read = map(json.loads, run("extract", "--json", *DOCUMENTS).splitlines())
    found = [(one["id"].partition(":")[0], one["announced_on"], one["commitments"]) for one in read]
    told = [(name, day, [each["deadline"]["words"] for each in commitments]) for name, day, commitments in found]
    assert told == [(name, "2026-03-03", ["by 30 June 2026"]) for name in DOCUMENTS]
