from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tracker.extraction.blocks import BlockKind, find_blocks


def blocks(text: str) -> list[tuple[str, str]]:
    return [(block.kind.value, block.span.of(text)) for block in find_blocks(text)]


def test_a_short_line_without_a_full_stop_is_a_heading() -> None:
    text = "Next steps\n\nThe council will meet on Monday."
    assert blocks(text) == [("heading", "Next steps"), ("paragraph", "The council will meet on Monday.")]
    assert list(find_blocks(text))[1].heading == "Next steps"


def test_a_line_that_markdown_marks_as_heading_is_one_unless_it_is_a_sentence() -> None:
    text = "## Our plan\n\nWe will meet.\n\n# We will open the pool by 3 May 2027"
    assert blocks(text) == [
        ("heading", "Our plan"),
        ("paragraph", "We will meet."),
        ("bullet", "We will open the pool by 3 May 2027"),
    ]


def test_a_bullet_inherits_its_stem() -> None:
    text = "The harbour board will:\n• dredge the basin;\n• sell the crane."
    _, first, second = find_blocks(text)
    assert first.kind is second.kind is BlockKind.BULLET
    assert first.span.of(text) == "dredge the basin;"
    assert second.stem is not None
    assert second.stem.of(text) == "The harbour board will:"


def test_numbers_and_letters_mark_bullets() -> None:
    assert [kind for kind, _ in blocks("1. One.\n(b) Two.\n3) Three.\n2.4 Four.\n- Five.")] == ["bullet"] * 5


def test_a_day_at_the_start_of_a_line_is_no_bullet() -> None:
    assert blocks("12 May is the day of the fair.") == [("paragraph", "12 May is the day of the fair.")]


def test_a_hard_wrap_is_undone() -> None:
    text = (
        "The library will open its new reading room to the public before the end of\n"
        "Lent, and the old one will close on the same day, the town clerk told the\n"
        "Tuesday meeting."
    )
    assert blocks(text) == [("paragraph", text)]


def test_a_line_that_goes_on_with_a_small_letter_is_wrapped_however_short() -> None:
    assert blocks("We will mend\nthe roof.") == [("paragraph", "We will mend\nthe roof.")]


def test_a_line_whose_last_word_is_never_a_last_word_goes_on_whatever_follows() -> None:
    text = "Elsin Council will publish its report by\n15 October 2026."
    assert blocks(text) == [("paragraph", text)]
    assert [piece for _, piece in blocks("To come by\n15 October 2026.")] == ["To come by", "15 October 2026."]


def test_short_lines_stay_apart() -> None:
    assert [piece for _, piece in blocks("It is done.\nWork starts on Monday.")] == [
        "It is done.",
        "Work starts on Monday.",
    ]


def test_quoted_mail_is_told_apart() -> None:
    assert blocks("Dear all, it is done.\n> We will do it.")[1] == ("quoted", "> We will do it.")


def test_a_rule_of_dashes_is_a_blank_line() -> None:
    assert [piece for _, piece in blocks("Plans\n-----\nWe meet on Monday.")] == ["Plans", "We meet on Monday."]


@given(st.text(alphabet="aB .:\n•>-1)", max_size=80))
def test_blocks_never_overlap_and_never_end_in_a_space(text: str) -> None:
    end = 0
    for block in find_blocks(text):
        assert block.span.start >= end
        piece = block.span.of(text)
        assert piece
        assert piece == piece.strip(" \n")
        end = block.span.end


def stems(text: str) -> list[str]:
    return [block.stem.of(text) if block.stem else "" for block in find_blocks(text) if block.kind is BlockKind.BULLET]


def test_a_line_that_breaks_off_before_its_bullets_is_their_stem() -> None:
    text = "The trust has bound itself to\n• plant a wood;\n• mend the weir."
    assert stems(text) == ["The trust has bound itself to"] * 2


def test_a_bullet_with_a_colon_is_the_stem_of_the_list_within_it() -> None:
    text = "1. Health, agreed:\n(a) that a clinic be built;\n(b) that a ward be shut.\n2. The rest was put off."
    assert stems(text) == ["", "Health, agreed:", "Health, agreed:", ""]
