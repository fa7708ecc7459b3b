"""What every rule declares of itself is so: gate and starts are made of it, and the work stays linear."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tracker.deadlines.engine import Grammar
from tracker.deadlines.english import ENGLISH, RULES
from tracker.deadlines.gate import words_in
from tracker.deadlines.index import Alternatives, without_groups
from tracker.deadlines.landmarks import Landmark
from tracker.deadlines.nouns import needs_of
from tracker.deadlines.rules import DIGITS, NUMBERS, AnyRule, JointRule, LengthRule, NounRule, TailRule, compiled
from tracker.deadlines.text import folded, words_of

NEAR = 14
"""How many characters before its match a rule may look at."""
TAB = "\t"
HERE = Path(__file__).parent
TEXTS = [folded(text) for text in [
    *[example.text for family in RULES for example in family.examples],
    *[text for family in RULES for text in family.counterexamples],
    *[json.loads(line)["sentence"] for line in (HERE / "sentences.jsonl").read_text(encoding="utf-8").splitlines()],
    *[f"it acts {line.partition(TAB)[0]}."
      for line in (HERE / "wordings.tsv").read_text(encoding="utf-8").splitlines()],
    *[json.loads(line)["text"] for name in ("announcements", "hard", "long")
      for line in (HERE.parent / "corpus" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()],
]]  # fmt: skip
ENGLISH_RULES = [rule for rule in ENGLISH.rules if not isinstance(rule, TailRule)]
UNBOUNDED = re.compile(r"\\.|\[(?:\\.|[^\]\\])*\]|\{[\d,]+\}[?+]?|(?P<endless>[*+]|\{\d+,\})|.", re.DOTALL)
NEAR_MATCHES = (
    "a day ",
    "from 1 to ",
    "within 30 ",
    "3/",
    "1 ",
    "12, ",
    "may, ",
    "not before ",
    "once a ",
    "by the end ",
)


def name_of(rule: AnyRule) -> str:
    return f"{rule.name}: {rule.pattern[:40]}"


def matches_of(rule: AnyRule) -> list[re.Match[str]]:
    """Where a rule stands in the texts, whatever else does."""
    if isinstance(rule, LengthRule):
        pattern = f"{rule.pattern}(?:{without_groups(ENGLISH.lengths.pattern)}){rule.full_tail}"
    else:
        pattern = rule.full_pattern
    finder = compiled(rf"(?<![\w-]){pattern}")
    return [match for text in TEXTS for match in finder.finditer(text)]


@pytest.mark.parametrize("rule", [rule for rule in ENGLISH_RULES if not isinstance(rule, JointRule)], ids=name_of)
def test_a_rule_lists_the_words_that_it_begins_with_and_one_of_those_that_it_needs(rule: AnyRule) -> None:
    for match in matches_of(rule):
        words = words_of(match[0]) or [""]
        near = words_of(match.string[max(0, match.start() - NEAR) : match.end()])
        begins_with = DIGITS if words[0].isdigit() else words[0]
        assert begins_with in rule.first_words or (words[0].isdigit() and rule.first_words & NUMBERS), match[0]
        needed = rule.words and not isinstance(rule, LengthRule)
        assert not needed or rule.words.intersection(near) or any(word.isdigit() for word in near), match[0]


def test_the_gate_lets_through_all_that_the_rules_read() -> None:
    grammar = Grammar(ENGLISH)
    shut_out = [text for text in TEXTS if not grammar.gate.lets_through(text, words_in(text))]
    read = [found for text in shut_out for found in grammar.scan(text, words_in(text)) if not found.is_told]
    assert read == []
    assert shut_out  # else it would keep nothing out


@pytest.mark.parametrize("rule", [rule for rule in ENGLISH_RULES if not isinstance(rule, JointRule)], ids=name_of)
def test_a_rule_stands_ahead_of_the_landmark_that_it_is_not_tried_without(rule: AnyRule) -> None:
    """One that need not be near may as well stand right before it."""
    for match in matches_of(rule):
        first, *others = words_of(match[0]) or [""]
        landmark = Landmark(ENGLISH.lengths.units) if isinstance(rule, LengthRule) else needs_of(rule, first)
        before = [] if landmark.is_near else words_of(match.string[max(0, match.start() - NEAR) : match.start()])
        near = {DIGITS if word.isdigit() else word for word in (*before, *others)}
        assert not landmark.words or landmark.words & near, match[0]


def test_what_takes_a_noun_is_tried_where_a_noun_is_named() -> None:
    grammar = Grammar(ENGLISH)
    for rule in ENGLISH_RULES:
        if isinstance(rule, NounRule):
            named = [words_of(match.string[max(0, match.start() - NEAR) : match.end()]) for match in matches_of(rule)]
            kept = [{DIGITS if word.isdigit() else word for word in words} for words in named]
            assert all(grammar.nouns.landmark.words & words for words in kept), rule.name


@pytest.mark.parametrize("rule", ENGLISH.rules, ids=name_of)
def test_no_rule_repeats_without_a_bound(rule: AnyRule) -> None:
    """What is tried at one place is then bounded by the rules and not by the text."""
    pieces = [rule.pattern, getattr(rule, "tail", ""), getattr(rule, "link", "")]
    endless = [match[0] for piece in pieces for match in UNBOUNDED.finditer(piece) if match["endless"]]
    assert endless == []


@pytest.mark.no_cover  # it goes a thousand times where others have been, and being traced takes most of its time
@pytest.mark.parametrize("piece", NEAR_MATCHES)
def test_what_is_tried_grows_no_faster_than_the_text(piece: str, monkeypatch: pytest.MonkeyPatch) -> None:
    grammar = Grammar(ENGLISH)
    tried = 0
    matches = Alternatives.matches

    def counted(self: Alternatives[object], text: str, start: int) -> object:
        nonlocal tried
        tried += 1
        return matches(self, text, start)

    def tries(times: int) -> int:
        nonlocal tried
        tried = 0
        grammar.scan(piece * times, words_in(piece * times))
        return tried

    monkeypatch.setattr(Alternatives, "matches", counted)
    assert tries(400) <= 2 * tries(200) + 20
