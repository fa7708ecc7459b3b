"""The thing that a deed tells of, which opens, follows or is dealt with; not who does something."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tracker.extraction.english.actors import first_to_act
from tracker.extraction.english.attributed import SAYING
from tracker.extraction.english.nouns import OUTSIDER, PUBLIC, is_name
from tracker.extraction.english.own_subject import own_subject
from tracker.extraction.english.somebody import PARTITIVE, is_head
from tracker.extraction.english.verbs import ACTED, GETTING, base_verbs, irregular_past, third

if TYPE_CHECKING:
    from tracker.extraction.candidate import Clause

_PRONOUN = re.compile(
    r"^(?:i|we|us|he|she|it|they|both|each|all|there|who|which|that|our|my|(?:i|we|he|she|it|they|you) .*|"
    r".* of us)$",
    re.IGNORECASE,
)
# What stands ahead of a subject and was taken for a part of it: "between 9 and 11, |the crew|".
_FRONTED = re.compile(r"^(?:between|in|at|from|under|on|for|by|with|after|before|to) [^,]*, (?=\S)", re.IGNORECASE)
# Whom it shall not happen to: without them a deed would say the contrary.
_NONE = re.compile(r"^(?:neither|no|nobody|no-one|none|not|nothing|few|hardly)\b", re.IGNORECASE)
_JOINTS_AHEAD = re.compile(r"^(?:(?:and|but|so|while|or)(?: |$))+", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:the|an?)$", re.IGNORECASE)
# A noun that a relative clause tells which: "the money that the council granted".
_RELATED = re.compile(r"(?:[\w'-]+ ){1,4}(?:that|which|who|whose|whom) ", re.IGNORECASE)
# Such a noun at the beginning; "the firm said that" and "it was agreed that" hold none.
_NOUN_AHEAD = re.compile(
    r"(?:(?:The|An?|Our|Its|Their|All|Both|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Some|Many|Most|\d+) "
    r"(?:(?!sa(?:id|ys)|told|added|announced|promised|confirmed|assured|decided)[\w'-]+ ){1,3}|[A-Z][\w'-]+ )"
    r"(?<!ed )(?:that|which|who) "
)
_DETERMINER = r"(?:the|an?|its|their|his|her|our|my|all|each|every|both|no|this|these|those|\d[\d,.]*|[a-z]+ty)\b"
_AUXILIARY = "has|have|had|is|are|was|were|will|would|shall|should|can|could|may|must|do|does|did"
# A finite verb in a subject, which is a clause then: "the roof is done and", "The Cabinet approved the draft and"; not
# in "applications made before", "clerks lent by".
_FINITE = re.compile(
    rf" (?:(?:{_AUXILIARY})\b|(?:[a-z]+ed|{'|'.join(irregular_past())}) (?={_DETERMINER}|that\b|to\b|it\b|them\b))"
)
_JOINED = re.compile(r"(?:^.*(?:,? (?:and|but|or|while|so)|[;:,–—]) )(?=\S)")
_LEFT_OPEN = re.compile(r",? (?:and|but|or)$|,$")
_OF = re.compile(r" (?:of|for|in|between|under|at|by|with|to|on|from|about|into|against|than|over|made|lent|sold)\b")
# What is opened as well as does things.
_OPENED = re.compile(
    r"\b(?:schools?|hospitals?|clinics?|librar(?:y|ies)|museums?|offices?|bureaus?|units?|missions?|services?|railways?|"
    r"network|funds?|projects?|programmes?|colleges?|universit(?:y|ies)|clubs?|church|registry|archives?|academ(?:y|ies)|"
    r"sections?|courts?|yards?|airline|zoo|entries|applications|inquiry|work|works|candidate|patrols?)$",
    re.IGNORECASE,
)
# What only somebody gets, has or sees.
_OBJECT = re.compile(rf"^[a-z]+ (?:(?:up|down|out|off|on|back|in) (?!\d))?{_DETERMINER}", re.IGNORECASE)
_OPENING_WORDS = "open reopen start restart begin resume close shut end follow operate run sail launch"
_OPENING = frozenset(form for verb in _OPENING_WORDS.split() for form in (verb, third(verb)))
# Cues that bind whoever they are said of.
_BINDING = frozenset(
    {"action", "assigned", "resolved", "pledge", "intend", "self_imposed", "word_given", "hope", "granted", "bond"}
)
# Of those who are told apart: "those who paid", "families whose house fell".
_WHO = re.compile(r" (?:who|that|whose) [^,;:()]{3,80}$")
# "A decision on |that|".
_OPEN_ENDED = re.compile(r" (?:on|of|for|to|about|with)$")
_ON_THAT = re.compile(" that ")
_WHICH = re.compile(
    rf"(?P<noun>\b{_DETERMINER} (?:(?!{_DETERMINER})[\w'-]+ ?){{1,5}}),? (?:which|that) $", re.IGNORECASE
)
# What stands right ahead of the cue, where the subject was read further ahead: "by 3 May, when |the hall| will be".
_RIGHT_AHEAD = re.compile(
    rf"(?:\b(?:which|when|that|where|and|as|what)|[,:;]) (?P<noun>{_DETERMINER} (?:[\w'-]+ ?){{1,7}})$", re.IGNORECASE
)
_NO_NOUN = re.compile(
    r"^(?:\d+ [A-Z]|[a-z]+ed |given |made |do |does |did )|\b(?:by|of|to|in|on|for|with|from|at)$"
    r"|\b(?:which|whom|that)\b"
)
# One word at a sentence's beginning that looks like a name: "Vaccination will begin".
_ABSTRACT = re.compile(r"[A-Z][a-z]+(?:tions?|ments?|ings?|ity|try|ism|ness|age|ics)$")
# "The author Hedda Lund".
_NAMED_LAST = re.compile(
    r"^(?:the |former |our |its )?[a-z][a-z ]* [A-Z][\w'-]+(?: [A-Z][\w'-]+)+$|[a-z] [A-Z][\w'-]+ [A-Z][\w'-]+$"
)
# "The lift, |the board insisted,| will be mended", "the lift, |the board told residents,| will open".
_INSERTED = re.compile(
    rf"(?:^|[.;:—] |\" ?)(?P<noun>[^,;:.\"]{{2,80}}), [^,;\"]{{2,60}} (?P<verb>{'|'.join(SAYING)})(?: [^,;\"]{{1,40}})?"
    r",? ?$"
)
_DASHED = re.compile(r"[\w'-]{1,30}(?: [\w'-]{1,30}){0,8}–$")
_LONGEST_DASHED = 200
_BARE = frozenset({"schedule", "present"})
_BEGINS_ANEW = re.compile(r"[,;:]|\b(?:and|but|or|so|who|which|that|while|when|what)\b")
_TO_VERB = re.compile(r"\b(?:to|will|would|shall) (?=(?P<verb>[a-z]+)\b)")
_MOST_WORDS = 16


def thing_of(clause: Clause, promisor: str) -> str:
    """The thing that stays with a deed, as it is written; empty where the subject acts itself or is a pronoun."""
    subject, text = clause.subject_text, clause.sentence.text
    has_be = clause.predicate.has_be
    told = _INSERTED.search(text, clause.sentence.begins, clause.cue_start)
    is_told = told and told[0].rstrip().endswith(",") and clause.subject_span.start > told.end("verb")
    if told and (is_told or not subject):
        noun = told["noun"]
        is_its_own = _FINITE.search(noun) or (not clause.predicate.is_passive and _acts(noun, clause))
        return "" if is_its_own else noun
    if not subject or clause.said.endswith(": "):
        return ""
    if has_be and (nearer := _right_ahead(clause)):
        return nearer
    subject = _FRONTED.sub("", _JOINTS_AHEAD.sub("", subject))
    if not subject or _PRONOUN.match(subject):
        return ""
    if _NONE.match(subject):
        return _with_relative(clause)
    if _ARTICLE.match(subject):
        return text[clause.subject_span.start : clause.cue_start].strip()
    is_open = _FINITE.search(subject) and _LEFT_OPEN.search(subject)
    if not is_open and not _is_cut(clause):
        is_its_own = subject in promisor and not clause.predicate.is_passive and _acts(subject, clause)
        return "" if is_its_own else f"{_ahead_of_dash(clause)}{_with_relative(clause)}"
    own = own_subject(clause)
    subject = own if has_be and subject.endswith(f" {own}") else _last_noun(subject)
    if not subject or _PRONOUN.match(subject) or _NO_NOUN.search(subject):
        return ""
    return "" if not clause.predicate.is_passive and _acts(subject, clause) else subject


def _ahead_of_dash(clause: Clause) -> str:
    """What a dash without spaces cut from a subject: "the road from |Vik–|Berga"; with the dash."""
    start = clause.subject_span.start
    ahead = _DASHED.search(clause.sentence.text, max(0, start - _LONGEST_DASHED), start)
    return ahead[0] if ahead else ""


def read_from(clause: Clause) -> int:
    """Where a deed begins whose noun was read as its verb: "to |spend a million on the southern ports| by May".

    Its clause's beginning where nothing leads to another verb; -1 where the verb was read well.
    """
    text, span = clause.sentence.text, clause.subject_span
    if clause.cue.name not in _BARE or not _is_cut(clause):
        return -1
    finite = [one.end() for one in _FINITE.finditer(clause.subject_text)]
    if not finite or _BEGINS_ANEW.search(text, span.start + finite[-1], clause.cue_start):
        return -1
    led = [one.end() for one in _TO_VERB.finditer(text, span.start, span.end) if one["verb"] in base_verbs()]
    return led[-1] if led else span.start


def _with_relative(clause: Clause) -> str:
    """The subject with the clause that tells which: "those who have paid"."""
    text, span = clause.sentence.text, clause.subject_span
    who = _WHO.match(text[: clause.cue_start].rstrip(), span.end)
    that = _ON_THAT.match(text, span.end) if _OPEN_ENDED.search(clause.subject_text) else None
    end = who.end() if who else that.end() if that else span.end
    return _JOINTS_AHEAD.sub("", text[span.start : end].rstrip())


def _right_ahead(clause: Clause) -> str:
    """The noun between the subject and the cue, or ahead of "which", where that is what the clause is said of."""
    text = clause.sentence.text
    if which := _WHICH.search(text, clause.subject_span.start, clause.cue_start):
        return which["noun"]
    ahead = _RIGHT_AHEAD.search(text[clause.subject_span.end : clause.cue_start].rstrip())
    noun = ahead["noun"] if ahead else ""
    return "" if not noun or _FINITE.search(f" {noun}") or _NO_NOUN.search(noun) else noun


def _last_noun(subject: str) -> str:
    """Of a clause that was taken for a subject what is ahead of the cue: "the roof is done and |the hall|"."""
    if not _FINITE.search(subject):
        return "" if _LEFT_OPEN.search(subject) or len(subject.split()) > _MOST_WORDS else subject
    if open_end := _LEFT_OPEN.search(subject):
        subject = subject[: open_end.start()]
        ahead = subject[: match.start()] if (match := _FINITE.search(subject)) else subject
        return "" if len(ahead.split()) > _MOST_WORDS else ahead
    joined = _JOINED.match(subject)
    behind = subject[joined.end() :] if joined else ""
    return "" if _FINITE.search(f" {behind}") else behind


def _acts(subject: str, clause: Clause) -> bool:
    """True where a subject does the deed itself: "the council will mend", not "an office will open"."""
    found = clause.predicate
    is_deed = found.verb in ACTED or third(found.verb) in ACTED or _OBJECT.match(clause.behind[found.start :])
    is_bound = clause.cue.name in _BINDING and not clause.said.startswith(("is ", "are "))
    if is_bound or (is_deed and not found.has_be and found.verb not in GETTING):
        return True
    head = subject if is_name(subject) or PARTITIVE.match(subject.lower()) else _OF.split(subject, maxsplit=1)[0]
    if not _is_somebody(head):
        return False
    return not (found.verb in _OPENING and _OPENED.search(head))


def _is_somebody(head: str) -> bool:
    """True where the noun of a subject, which is its last word, is somebody's."""
    head = head.partition(",")[0]
    if (is_name(head) and not _ABSTRACT.match(head)) or _NAMED_LAST.search(head):
        return True
    last = head.lower().split()[-1]
    return is_head(last) or bool(PUBLIC.fullmatch(last) or OUTSIDER.fullmatch(last))


def _is_cut(clause: Clause) -> bool:
    """True where the subject holds another deed too, which is not this one's: "the board has met and".

    What is only undergone keeps its thing: "patients whose appointments were cancelled will be contacted".
    """
    if clause.predicate.has_be and _RELATED.match(clause.subject_text):
        return False
    subject = own_subject(clause)
    return bool(subject) and len(subject) < len(clause.subject_text)


def related_thing(clause: Clause) -> str:
    """The thing with its relative clause, where only that was taken for the subject: "the pipe that |burst in May|"."""
    span, text = clause.subject_span, clause.sentence.text
    if not clause.predicate.has_be or clause.voucher_span or not _NOUN_AHEAD.fullmatch(text, 0, span.start):
        return ""
    is_a_clause = _is_cut(clause) or first_to_act(f"He {clause.subject_text}")
    return text[: span.end] if is_a_clause else ""
