"""The features of a score in words that a person understands."""

from __future__ import annotations

STRONGEST = 3

_WORDS = {
    "will": "says “will”",
    "shall": "says “shall”",
    "would": "says “would”",
    "going_to": "says “going to”",
    "be_to": "says “is to”",
    "due_to": "says “due to”",
    "planned_for": "is planned for a time",
    "intend": "says “intends” or “plans”",
    "expect": "says “expects”",
    "hope": "only hopes",
    "pledge": "says “promises” or “pledges”",
    "action": "stands in a list of actions",
    "resolved": "was resolved",
    "schedule": "gives a schedule",
    "progressive": "says what is coming up",
    "agenda": "stands on an agenda",
    "ready": "says when it will be ready",
    "self_imposed": "sets itself a limit",
    "fixed": "fixes a day",
    "held": "says what stays as it is",
    "assigned": "names who is charged with it",
    "milestone": "names a milestone",
    "word_given": "gives its word",
    "dated": "names a day",
    "past_date": "names a day that was past",
    "vague": "names a vague time",
    "conditional": "waits for something",
    "undated": "names no time",
    "recurring": "comes again and again",
    "kept": "is to be held until a day",
    "first_person": "speaks of “we” or “I”",
    "actor": "an office or a company acts",
    "name": "somebody is named",
    "public_subject": "speaks of the public",
    "pronoun": "says “it” or “they”",
    "generic": "speaks of nobody in particular",
    "event": "speaks of an event",
    "aspiration": "only strives for it",
    "passive_deed": "is to be done",
    "deed_verb": "a deed that people decide to do",
    "passive_other": "something is to happen to it",
    "promise_heading": "stands under a heading of promises",
    "bullet": "stands in a list",
    "stem": "stands below “we will:”",
    "reported": "is reported",
    "vouched": "somebody vouches for it",
    "safe_harbour": "warns about forward-looking words",
    "question": "is a question",
    "history": "tells what was promised before",
    "narrative": "nobody is reported to have promised it",
    "demand": "asks somebody else for it",
    "public_duty": "tells the public what to do",
    "law": "states a rule",
    "belief": "says what somebody believes",
    "hypothesis": "only might come",
    "outsider": "an onlooker says it",
    "forecast": "foresees what nobody decides",
    "benefit": "praises what it will do for people",
    "state": "describes a state, not a deed",
    "negation": "says what will not happen",
    "purpose": "tells what a thing is for",
    "aphorism": "is a saying or praise",
    "no_plan": "says that nothing is planned",
    "denial": "is denied",
    "time_given": "is a deadline for others",
    "agent_acts": "somebody acts who can promise it",
    "held_until": "stays as it is until a day",
    "if": "hangs on an “if”",
    "imperative": "tells somebody what to do",
    "modal": "says “will”, “can” or the like",
    "past_tense": "tells of the past",
    "perfect": "tells what has been done",
    "present": "says what happens",
    "promise_word": "has a word of promising",
    "promising_stem": "stands below a promise",
    "timed": "names a time ahead",
    "until_clause": "lasts until something happens",
    "you": "speaks to “you”",
    "you_get": "says what “you” will get",
    "bond": "binds somebody by contract or bond",
    "granted": "grants somebody something",
    "in_place": "says what is in place by a day",
    "nobody": "says that nobody will",
    "resolution": "is a resolution",
    "subordinate": "only tells when something else is done",
    "refuses": "refuses something",
    "quoted": "stands in quotation marks",
    "asked": "is asked",
}


def tell_feature(name: str) -> str:
    """What a feature means; one that has no words here is told by its name."""
    return _WORDS.get(name, name.replace("_", " "))


def telling(features: tuple[tuple[str, float], ...]) -> tuple[tuple[str, float], ...]:
    """The strongest of a score's features that mean something to a person.

    Single words, pairs and lengths weigh too, but mean nothing by themselves.
    """
    told = tuple(pair for pair in features if pair[0] in _WORDS)
    return (told or features)[:STRONGEST]


def tell_score(features: tuple[tuple[str, float], ...]) -> str:
    """What spoke loudest, for it and against it: "names a day, says “will”; but is a question"."""
    strongest = telling(features)
    pro = ", ".join(tell_feature(name) for name, weight in strongest if weight >= 0)
    con = ", ".join(tell_feature(name) for name, weight in strongest if weight < 0)
    return f"{pro}; but {con}" if pro and con else pro or (f"against it: {con}" if con else "")
