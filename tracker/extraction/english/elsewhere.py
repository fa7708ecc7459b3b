"""Who is named elsewhere in the sentence of a deed whose own subject is not its promisor."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.core.commitment import Promisor, PromisorSource
from tracker.extraction.english.actors import Role, find_actors
from tracker.extraction.english.minutes import charged_in
from tracker.extraction.english.nouns import ACTOR, OUTSIDER
from tracker.extraction.english.opening import opens_with
from tracker.extraction.english.own_subject import PRONOUN, is_agreed
from tracker.extraction.english.pronouns import meant_by, ours, ours_in_quotes
from tracker.extraction.english.somebody import Kind, kind_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.extraction.candidate import Clause
    from tracker.extraction.english.actors import Actor
    from tracker.extraction.english.voices import Voices

# "…, he said": not "until she has ruled".
_PRONOUN_SAYS = re.compile(
    r"(?:^|[,;:\"–—] ?(?:and |but |so )?)(?P<pronoun>he|she|it|they|i) "
    r"(?:(?:has|have|had|also|then|later|nevertheless) )*"
    r"(?:says?|said|told|tells|adds|added|announced|promise[ds]|confirm(?:s|ed)|informs|assures|states|insist(?:s|ed)|"
    r"ordered|replied|went on|explained|pledged|vowed|wrote|continued|warned|answered|conceded|argued|disclosed|swore|"
    r"swears)\b"
)
# What an actor only explains, or is waited for; "as" within a sentence may report ("as X resolved").
_CONDITION = re.compile(
    r"\b(?:until|unless|once|when|before|after|by the time|till|whom|whatever|whoever|however|if|because|since|while|"
    r"although|though|should) (?:the )?$|^as (?:the )?$"
)
# "The next meeting of the Committee", "the handover by the army", "on behalf of Hebrica".
_BODY_HERE = re.compile(
    r"\b(?:(?:(?<!ed )(?<!en )by|with|meetings? of|"
    r"behalf of|(?:decision|order|vote|ballot|leave|consent|expense|resolution) of) "
    r"(?P<body>the (?:[A-Z][\w'-]*(?: [A-Z][\w'-]*){0,4}|[a-z]{3,}))"
    r"|behalf of (?P<name>[A-Z][\w'-]+))(?=[ ,.;:]|$)(?! [A-Z])"
)
# "Ada Holm, our new warden, has": who somebody is.
_WHOSE = re.compile(r"(?:our|its|their|his|her|my) ")
_BRACKETS = re.compile(r" \([a-z]+\)$")
_BEHALF = re.compile(r"\bon behalf of (?P<name>(?:the )?[A-Z][\w'-]+(?: [A-Z][\w'-]+)*)")
# "The firm has offered, and the commission has accepted, repayment in full".
_ACCEPTS = re.compile(r" (?:has |have )?(?:accepted|approved|endorsed|welcomed|confirmed),")
# What those get to whom something is promised: "will have it", "would find them in their post".
_GOT = frozenset({"have", "find", "get", "see", "receive"})
# Whoever acts in a later part with a promise of its own made no other: "…; the police will direct traffic".
_HAS_ITS_OWN = re.compile(r" (?:will|shall|would|(?:is|are) (?:going )?to|plans?|intends?)\b")
_TO_COME = frozenset({"will", "would", "shall", "be_to", "going_to"})
_GETS = re.compile(
    r"(?:[a-z]+ )?(?:it|them|theirs|an?|the|its|his|her|their|one|some|what|which|who)\b"
    r"(?! [a-z]+ (?:out|up|ready|done|off)\b)"
)
_GIVEN_BY = re.compile(r"\bfrom (?P<name>us|me|(?:Mr|Mrs|Ms|Dr) [A-Z][\w'-]+|[A-Z][\w'-]+ [A-Z][\w'-]+)")
_THAT = re.compile(r"(?:\bthat|:|\band) (?:the |each |every |all )?$")
_RELATIVE = re.compile(r"\b(?:that|which|where) (?:the )?$")
# Those who have signed a thing stand behind it: "the treaty, which both presidents signed", "signed by 31 mayors".
_SIGNED = re.compile(r" (?:(?:have|has|had|today|both|all) )*(?:sign|initial|agree|promise|pledge|shook hands|govern)")
_SIGNED_BY = re.compile(r"\b(?:signed|initialled|agreed|promised|pledged)\b[^;:.]{0,60} by $")
# "Was sold by the club", not "the stadium, sold by the club" or "which was sold by the club".
_IS_DONE_BY = re.compile(
    r"(?<!\bwhich )(?<!\bthat )(?<!\bwho )\b(?:be|been|being|is|are|was|were|gets?|got)\b[^,;:.]{0,60} by $"
)


def named_elsewhere(subject: str, clause: Clause, voices: Voices) -> Promisor | None:
    """Whom the sentence names beside its subject: who says it, whom its line charges, who acts; None where nobody."""
    reported = reported_by(clause, voices)
    first = acts_first(clause) if reported and not clause.subject else ""
    if reported and reported.name and first and not PRONOUN.match(first) and first not in reported.name:
        return replace(reported, name=f"{first} ({reported.name.replace(' (', ', ').rstrip(')')})")
    return reported or _named_in(subject, clause, voices) or acts_elsewhere(clause, voices)


def is_said_here(clause: Clause, voices: Voices) -> bool:
    """True where a sentence itself names who says it."""
    return bool(voices.said_by) and voices.said_by in clause.sentence.text


def reported_by(clause: Clause, voices: Voices) -> Promisor | None:
    """Whom a pronoun means that says it ("…, he said"); None where none does."""
    match = _PRONOUN_SAYS.search(clause.sentence.low)
    if not match:
        return None
    meant = meant_by(clause.sentence.text[slice(*match.span("pronoun"))], clause, voices)
    own = ours_in_quotes(clause)
    return replace(meant, name=_BRACKETS.sub(f" ({own})", meant.name)) if meant and own else meant


def acts_elsewhere(clause: Clause, voices: Voices) -> Promisor | None:
    """Who acts in the sentence of a deed whose own subject is a thing; None where nobody does, or it is reported."""
    sentence = clause.sentence
    if is_said_here(clause, voices):
        return None
    if reported := reported_by(clause, voices):
        return reported
    if ":" in sentence.words and (name := charged_in(sentence, is_verbless=False)):
        return _promisor(name, clause, voices)
    if behalf := _BEHALF.search(sentence.text):
        return _promisor(behalf["name"], clause, voices)
    actors = list(_others(clause))
    for role in Role:
        if having := [one for one in actors if one.role is role]:
            return _promisor(_nearest(having, clause), clause, voices)
    pronoun = ours(sentence.low)
    return _promisor(pronoun, clause, voices) if pronoun else None


def acts_first(clause: Clause) -> str:
    """Who a sentence begins with and who acts in it: "two surveyors, she said, were joining"; empty where nobody."""
    begins = clause.sentence.begins
    first = next((one for one in _others(clause) if one.span.start == begins and one.role is Role.SUBJECT), None)
    return first.name if first else ""


def acts_later(clause: Clause) -> str:
    """Who acts in a later part of a sentence: "it is being checked; the firm has asked others"; empty where nobody."""
    low, end = clause.sentence.low, clause.sentence.low.find("; ", clause.cue_end)
    for one in find_actors(clause.sentence.text):
        is_apart = one.span.start > end > 0 and not _CONDITION.search(low, 0, one.span.start)
        if (
            is_apart
            and one.role is Role.SUBJECT
            and not PRONOUN.match(one.name)
            and not OUTSIDER.search(one.name.lower())
            and not _HAS_ITS_OWN.match(low, one.span.end)
        ):
            return one.name
    return ""


def done_by(clause: Clause) -> str:
    """By whom the deed of a clause is done: "that a list be drawn up by the ministers"; empty where nobody is named."""
    low = clause.sentence.low
    agents = [one for one in find_actors(clause.sentence.text, clause.cue_end) if one.role is Role.AGENT]
    return next(
        (one.name for one in agents if one.span.end <= clause.end and _IS_DONE_BY.search(low, 0, one.span.start)), ""
    )


def giver_of(clause: Clause, voices: Voices) -> Promisor | None:
    """Who gives what the subject of a clause only gets: "the court said that the parties would have it by then"."""
    text, start = clause.sentence.text, clause.subject_span.start
    is_got = clause.predicate.verb in _GOT and clause.cue.name in _TO_COME and _GETS.match(clause.behind)
    if not is_got or kind_of(clause.subject_text) is not Kind.MANY:
        return None
    if given := _GIVEN_BY.search(text, clause.cue_end, clause.end):
        return _promisor(given["name"], clause, voices)
    ahead = [
        one
        for one in find_actors(text[:start])
        if one.role is Role.SUBJECT and not _CONDITION.search(text, 0, one.span.start)
    ]
    if not ahead or OUTSIDER.search(ahead[-1].name.lower()) or not _THAT.search(text, 0, start):
        return None
    if ahead[-1].name in voices.said_by:
        return Promisor(voices.speaker(clause.sentence.span.end), PromisorSource.SPEAKER)
    name = ahead[-1].name
    return _promisor("we" if name == "We" else name, clause, voices)


def body_here(clause: Clause) -> str:
    """The body that has to do with a deed that nobody does: "the next meeting of the committee", "with the branch"."""
    for match in _BODY_HERE.finditer(clause.sentence.text, clause.sentence.begins):
        name = match["name"] or match["body"]
        if match["name"] or (ACTOR.search(name.lower()) and not OUTSIDER.search(name.lower())):
            return name
    return ""


def _others(clause: Clause) -> Iterator[Actor]:
    """Who is named in a sentence, without its subject and those who have no hand in the clause."""
    text, ended = clause.sentence.text, 0
    for one in find_actors(text):
        between, ended, low = text[ended : one.span.start], one.span.end, one.name.lower()
        is_apposed = between == ", " and text.startswith(",", ended) and _WHOSE.match(low)
        is_other = not is_apposed and (clause.cue.is_nominal or one.name != clause.subject_text)
        if (
            is_other
            and (low != "they" or ended < clause.sentence.begins)
            and not OUTSIDER.search(low)
            and not _stands_by(one, clause)
        ):
            yield one


def _stands_by(one: Actor, clause: Clause) -> bool:
    """True for who acts in a condition or a reason, has made a thing that is spoken of, or acts in a later clause.

    Also for who only accepts what another one offers.
    """
    low, start = clause.sentence.low, one.span.start
    if _ACCEPTS.match(low, one.span.end) and low.endswith(", and ", 0, start):
        return True
    if _CONDITION.search(low, 0, start):
        return True
    if _RELATIVE.search(low, 0, start) and not _SIGNED.match(low, one.span.end):
        return True
    if one.role is Role.AGENT and not (_IS_DONE_BY.search(low, 0, start) or _SIGNED_BY.search(low, 0, start)):
        return True
    return start >= clause.end


def _nearest(actors: list[Actor], clause: Clause) -> str:
    """The last one ahead of the cue, or ahead of the day where only that tells a promise; else the first."""
    before = clause.cue_start
    if clause.cue.is_last_resort and clause.deadlines:
        before = max(before, clause.deadlines[0].span.start)
    ahead = [one for one in actors if one.span.end <= before]
    return ahead[-1].name if ahead else actors[0].name


def _promisor(name: str, clause: Clause, voices: Voices) -> Promisor:
    named = Promisor(voices.full_name(name, clause.sentence.span.end), PromisorSource.SUBJECT)
    return meant_by(name, clause, voices) or named


def _named_in(subject: str, clause: Clause, voices: Voices) -> Promisor | None:
    """Whom a sentence without an acting subject names at its beginning, or charges at its end; None where nobody."""
    sentence = clause.sentence
    if is_said_here(clause, voices):
        return None
    is_entry = clause.cue.is_last_resort or clause.cue.is_nominal or not subject or ":" in sentence.words
    if is_entry and (name := charged_in(sentence, is_verbless=clause.cue.is_last_resort)):
        return Promisor(name, PromisorSource.SUBJECT)
    name = opens_with(sentence)
    if not name or clause.predicate.is_passive or is_agreed(clause):
        return None
    first = next((one.name for one in find_actors(sentence.text) if one.role is Role.SUBJECT), "")
    return _promisor(first if name in first else name, clause, voices)
