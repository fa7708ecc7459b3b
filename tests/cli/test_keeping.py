"""Keeping house: undo, notes, purging, the database, the configuration, the demo, the doctor."""

import shutil

import pytest

from tracker.cli.commands.demo import OURS
from tracker.cli.main import main


def test_undo_takes_a_named_change_back(tracker, tracked):
    tracker("start", tracked)
    tracker("note", tracked, "asked")
    started = tracker("log", "--json").document["events"][1]["change"]
    assert tracker("undo", started, "--json").document == {
        "schema": "tracker.undo/1",
        "change": started,
        "action": "start",
        "summary": "in progress",
        "commitments": [tracked],
        "removed": [],
    }
    assert tracker("list", "--json").document["commitments"][0]["status"] == "open"


def test_undoing_is_told_in_words_that_people_use(tracker, memorandum):
    tracker("ingest", memorandum)
    tracker("review", 1, "--accept")
    assert "1 is proposed again" in tracker("undo").out
    tracker("review", 1, "--accept")
    tracker("start", 1)
    tracker("stall", 1)
    assert "1 is in progress again" in tracker("undo").out


def test_an_undo_says_open_again_only_of_what_was_not(tracker, tracked):
    page = "https://example.org/page"
    moved = ("move", tracked, "--to", "2025-12-01", "--source", page, "--why", "rain")
    for words, told in (
        (moved, "stays open, due 2025-10-17 again: "),
        (("owner", tracked, "maria"), "stays open, due 2025-10-17: "),
        (("edit", tracked, "--due", "2025-11-01"), "stays open, due 2025-10-17 again: "),
        (("withdraw", tracked, "--why", "dropped"), "is open again, due 2025-10-17: "),
    ):
        tracker(*words)
        assert f"{tracked} {told}" in tracker("undo").out


def test_a_date_that_is_taken_back_is_told(tracker, tmp_path):
    path = tmp_path / "undated.txt"
    path.write_text("Elsin Council, 3 March 2025\n\nElsin Council will open the library.\n", encoding="utf-8")
    tracker("ingest", path)
    tracker("review", 1, "--accept")
    tracker("edit", 1, "--due", "2025-12-01")
    assert "1 stays open, without a due date again: " in tracker("undo").out


def test_a_change_that_there_is_not_cannot_be_undone(tracker):
    assert "there is no change 4711" in tracker("undo", 4711, code=5).err
    assert "Ada" in tracker("undo", code=5).err


def test_a_note_is_kept(tracker, tracked):
    assert tracker("note", tracked, "asked the", "press office").out == f"noted on {tracked}\n"
    document = tracker("note", tracked, "no answer", "--json").document
    assert document == {
        "schema": "tracker.note/1",
        "commitment": tracked,
        "text": "no answer",
        "by": "Ada",
        "at": "2025-09-20T12:00:00Z",
    }
    shown = tracker("show", tracked, "--json").document["notes"]
    assert [one["text"] for one in shown] == ["asked the press office", "no answer"]


def test_an_announcement_is_erased_for_good(tracker, tracked):
    document = tracker("purge", 1, "--why", "asked for", "--yes", "--json").document
    assert (document["schema"], document["announcement"], document["reason"]) == ("tracker.purge/1", 1, "asked for")
    assert "committee" not in tracker("show", tracked, "--json").out
    tracker("purge", 4711, "--why", "asked for", "--yes", code=5)


@pytest.mark.usefixtures("tracked")
def test_erasing_asks_first(tracker, type_keys):
    type_keys("n")
    assert "for good?" in tracker("purge", 1, "--why", "asked for", code=130).err
    assert tracker("list", "--json").document["commitments"]


@pytest.mark.parametrize(
    "words",
    [["undo"], ["next"], ["log", "--last"], ["review"], ["review", "--accept"], ["purge", "--why", "x", "--yes"],
     ["supersede", "1", "--why", "x", "--with"]],
)  # fmt: skip
@pytest.mark.parametrize("number", [2**31, 2**63, "9" * 5000, 0, "1.5", "٣"])
def test_a_number_that_no_database_holds_is_refused(words, number, capsys):
    assert main([*words, str(number)]) == 2
    assert "no whole number from 1 to 2147483647" in capsys.readouterr().err


def test_the_largest_number_is_none_that_is_known(tracker, tracked):
    largest = 2**31 - 1
    for words in (
        ["undo"],
        ["review"],
        ["purge", "--why", "x", "--yes"],
        ["supersede", tracked, "--why", "x", "--with"],
    ):
        tracker(*words, largest, code=5)
    for words in (["next"], ["log", "--last"]):
        tracker(*words, largest)


def test_a_successor_must_be_named(tracker, tracked):
    assert "--with" in tracker("supersede", tracked, "--why", "x", code=2).err


def test_the_database_says_how_old_it_is_and_needs_no_upgrade(tracker):
    (_, status) = tracker("db", "status", "--json").document.items()
    assert status[1]["state"] == "current"
    newest = status[1]["newest"]
    assert tracker("db", "upgrade").out == f"the database is up to date (revision {newest})\n"
    assert tracker("db", "upgrade", "--json").document == {
        "schema": "tracker.db.upgrade/1", "old": newest, "new": newest, "backup": None,
    }  # fmt: skip


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_a_server_is_backed_up_with_its_own_tools(tracker, tmp_path):
    assert "pg_dump" in tracker("db", "backup", tmp_path / "kept.db", code=6).err


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_backup_can_be_restored(tracker, tracked, tmp_path):
    kept = tmp_path / "kept.db"
    assert tracker("db", "backup", kept, "--json").document == {"schema": "tracker.db.backup/1", "file": str(kept)}
    tracker("db", "backup", kept, code=6)
    tracker("start", tracked)
    document = tracker("db", "restore", kept, "--yes", "--json").document
    assert (document["schema"], document["file"]) == ("tracker.db.restore/1", str(kept))
    assert (tmp_path / document["former"]).exists()
    assert tracker("list", "--json").document["commitments"][0]["status"] == "open"


def test_restoring_asks_first(tracker, type_keys, tmp_path):
    kept = tmp_path / "kept.db"
    kept.write_bytes(b"a backup")
    type_keys("n")
    assert "in the place of the database?" in tracker("db", "restore", kept, code=130).err


def test_a_backup_that_is_not_there_is_named_before_anything_is_asked(tracker, tmp_path):
    outcome = tracker("db", "restore", tmp_path / "missing.db", code=4)
    assert "there is no such file" in outcome.err
    assert "?" not in outcome.err


def test_the_configuration_in_force_is_shown(tracker, config):
    document = tracker("config", "show", "--json").document
    assert document["origin"] == {"file": str(config)}
    assert document["settings"]["person.name"] == "Ada"
    assert "person.name" in tracker("config", "show").out


def test_the_default_configuration_is_one_that_can_be_used(tracker, config):
    config.write_text(tracker("config", "default").out, encoding="utf-8")
    assert tracker("config", "show", "--json").document["settings"]["person.name"] == ""


def test_the_doctor_finds_nothing_wrong(tracker, tracked):  # noqa: ARG001 - there is something to check
    tracker("check")
    findings = tracker("doctor", "--json").document["findings"]
    assert {one["health"] for one in findings} == {"good"}


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_the_doctor_says_what_is_wrong(tracker, tmp_path):
    (tmp_path / "tracker.db").chmod(0o644)
    assert "chmod 600" in tracker("doctor", code=1).out


def test_the_doctor_names_a_file_of_secrets_that_others_can_read(tracker, config):
    variables = config.parent / "tracker.env"
    variables.write_text("TRACKER_MAIL_PASSWORD='x'\n", encoding="utf-8")
    variables.chmod(0o644)
    assert f"chmod 600 {variables}" in tracker("doctor", "--json").out
    variables.chmod(0o600)
    assert f"chmod 600 {variables}" not in tracker("doctor", "--json").out


@pytest.fixture
def demo(tracker, tmp_path, set_day):
    """Run the demo in a folder."""
    set_day("2026-11-20")
    folder = tmp_path / "demo"

    def demo(code=0):
        return tracker("demo", "--folder", folder, code=code)

    demo.folder = folder
    return demo


def test_the_demo_goes_the_whole_way_and_again(tracker, demo):
    told = demo().out
    for step in ("$ tracker ingest", "$ tracker check", "$ tracker dashboard", "show 1"):
        assert step in told
    assert (demo.folder / "config.toml").read_text(encoding="utf-8").startswith(OURS)
    assert {one.name: one.stat().st_mode & 0o077 for one in demo.folder.iterdir() if one.stat().st_mode & 0o077} == {}
    demo()
    assert tracker("list", "--all", "--json").document["commitments"] == []


@pytest.mark.parametrize("own", ['[person]\nname = "Ada"\n', "", "\xff"])
def test_the_demo_leaves_the_configuration_of_others_alone(demo, own):
    demo.folder.mkdir()
    theirs = demo.folder / "config.toml"
    theirs.write_text(own, encoding="latin-1")
    outcome = demo(code=2)
    assert str(theirs) in outcome.err
    assert outcome.err.count("\n") == 1
    assert theirs.read_text(encoding="latin-1") == own
    assert list(demo.folder.iterdir()) == [theirs]


def test_a_demo_that_has_no_place_is_one_line(demo):
    demo.folder.write_text("a file", encoding="utf-8")
    outcome = demo(code=4)
    assert str(demo.folder) in outcome.err
    assert outcome.err.count("\n") == 1


def test_the_first_step_of_the_demo_that_fails_gives_its_exit_code(demo, set_day, tmp_path):
    set_day("2026-09-01")  # before some of its announcements
    assert demo(code=4).err.count("which lies after today")
    shutil.rmtree(tmp_path / "demo")
