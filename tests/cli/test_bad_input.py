"""A bad input gets one line that says what to do; the good ones beside it are kept."""

import pytest


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("empty.txt", b"", "empty"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "binary"),
        ("latin.txt", "Déclaration du 3 mai 2025 à Genève".encode("latin-1"), "iconv"),
        ("undated.txt", b"The board will publish its plan within 30 days.", "--announced-on"),
        ("future.txt", b"Port Elsin, 3 May 2031\n\nThe board will publish its plan within 30 days.", "2031-05-03"),
    ],
)
def test_a_bad_file_is_named_and_the_good_one_beside_it_is_kept(tracker, memorandum, tmp_path, name, content, says):
    bad = tmp_path / name
    bad.write_bytes(content)
    outcome = tracker("ingest", "--accept", bad, memorandum, code=4)
    assert says in outcome.err
    assert str(bad) in outcome.err
    assert outcome.err.count("\n") == 1
    assert len(tracker("list", "--json").document["commitments"]) == 1


@pytest.mark.parametrize("place", ["missing.txt", "."])
def test_a_missing_file_and_a_folder_are_named(tracker, place, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    outcome = tracker("ingest", place, code=4)
    assert outcome.err.startswith(f"tracker: {place}")
    assert outcome.err.count("\n") == 1


@pytest.mark.parametrize("command", ["show", "start", "log", "note"])
def test_an_unknown_number_is_not_found(tracker, command):
    outcome = tracker(command, "4711", *(["x"] if command == "note" else []), code=5)
    assert "there is no commitment 4711" in outcome.err


def test_a_number_too_large_for_any_database_is_not_found_either(tracker):
    tracker("show", "9" * 30, code=5)


def test_what_is_no_number_is_refused(tracker):
    assert "'twelve'" in tracker("show", "twelve", code=2).err


@pytest.mark.parametrize(
    ("day", "told"), [("2026-02-30", "30 February 2026 does not exist"), ("soon", "soon"), ("20251", "20251")]
)
def test_what_is_no_day_is_refused(tracker, day, told):
    outcome = tracker("check", "--as-of", day, code=2)
    assert told in outcome.err
    assert outcome.err.count("\n") == 1


def test_a_filter_with_a_mistyped_field_names_the_nearest(tracker):
    assert "status" in tracker("list", "stauts:open", code=2).err


def test_a_broken_configuration_is_named_with_its_key(tracker, config):
    config.write_text("[person]\nnmae = 'x'\n", encoding="utf-8")
    outcome = tracker("list", code=3)
    assert "person.nmae" in outcome.err
    assert "did you mean name" in outcome.err


def test_a_sentence_by_hand_needs_its_day(tracker):
    outcome = tracker("add", "The board will publish its plan within 30 days.", code=4)
    assert "--announced-on" in outcome.err


@pytest.fixture
def evil(tmp_path):
    """An announcement that would clear the screen, ring the bell, hide a link and turn the text round."""
    path = tmp_path / "evil.txt"
    promise = "The \x1b[2Jboard \x1b]8;;http://evil\x07will publish \u202e[bold]its plan[/x] by 30 May 2026.\n"
    text = f"Port Elsin, 17 September 2025\n\n{promise}"
    text += "The harbour was built in 1921 and has been widened twice since then, most lately in 1988.\n" * 3
    path.write_text(text, encoding="utf-8")
    return path


HARM = ("\x1b[2J", "\x1b]", "\x07", "\u202e")


def test_the_escape_sequences_of_a_stranger_reach_no_pipe(tracker, evil):
    printed = tracker("ingest", "--accept", evil).out + tracker("show", 1).out + tracker("dashboard").out
    assert "\x1b" not in printed
    assert not any(harm in printed for harm in HARM)
    assert "[bold]" in printed


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_the_escape_sequences_of_a_stranger_reach_no_terminal(evil, in_terminal):
    stored = in_terminal("ingest", evil)
    reviewed = in_terminal("review", keys=["c", "\n", "\n", "\n"])
    for written in (
        stored,
        reviewed,
        *(in_terminal(*words) for words in (["show", 1], ["dashboard"], ["list", "--all"])),
    ):
        assert "[bold]" in written
        assert "\x1b[" in written
        assert not any(harm in written for harm in HARM)
