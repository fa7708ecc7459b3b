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
    "conditional": "comes once something else has happened",
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
    "aspiration": "says “support”, “work towards” or the like",
    "passive_deed": "is to be done",
    "deed_verb": "a deed that people decide to do",
    "passive_other": "something is to happen to it",
    "promise_heading": "words of plans stand above or ahead of it",
    "bullet": "stands in a list",
    "stem": "stands below “we will:”",
    "reported": "is reported",
    "vouched": "somebody vouches for it",
    "safe_harbour": "warns about forward-looking words",
    "question": "is a question, or tells of one",
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
    "modal": "says “may”, “can”, “must” or the like",
    "past_tense": "tells of the past",
    "perfect": "tells what has been done",
    "present": "says what happens",
    "promise_word": "has a word of promising",
    "promising_stem": "what leads its list speaks of plans",
    "timed": "only words of time make a promise of it",
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
    "quoted": "holds quotation marks",
    "asked": "holds a question mark",
}


_FORMS = frozenset(
    {
        *("will", "shall", "would", "going_to", "be_to", "due_to", "planned_for", "intend", "pledge", "action"),
        *("resolved", "schedule", "progressive", "agenda", "ready", "self_imposed", "fixed", "held", "held_until"),
        *("assigned", "milestone", "word_given", "bond", "granted", "in_place", "resolution", "promise_word"),
        *("dated", "first_person", "actor", "name", "passive_deed", "deed_verb", "agent_acts", "vouched", "stem"),
        *("bullet", "promise_heading", "promising_stem"),
    }
)
"""What promises have, and much else too: against a promise it tells no more than that it is little by itself."""

_DOUBTS = frozenset(
    {
        *("hope", "past_date", "undated", "generic", "safe_harbour", "question", "asked", "history", "narrative"),
        *("demand", "public_duty", "law", "belief", "hypothesis", "outsider", "forecast", "benefit", "state", "if"),
        *("purpose", "aphorism", "no_plan", "denial", "time_given", "imperative", "past_tense", "perfect", "nobody"),
        *("subordinate", "modal", "timed"),
    }
)
"""What speaks against a promise; where it weighs for one it is a by-product of something else, and is left out."""


def tell_feature(name: str, weight: float) -> str:
    """What a feature of that weight means; one that has no words here is told by its name."""
    said = _WORDS.get(name, name.replace("_", " "))
    return f"{said}, which alone is little" if weight < 0 and name in _FORMS else said


def telling(features: tuple[tuple[str, float], ...]) -> tuple[tuple[str, float], ...]:
    """The strongest of a score's features that mean something to a person.

    Single words, pairs and lengths weigh too, but mean nothing by themselves.
    """
    told = tuple((name, weight) for name, weight in features if name in _WORDS and (weight < 0 or name not in _DOUBTS))
    return (told or features)[:STRONGEST]


def tell_score(features: tuple[tuple[str, float], ...]) -> str:
    """What spoke loudest, for it and against it: "names a day, says “will”; but is a question"."""
    strongest = telling(features)
    pro = ", ".join(tell_feature(name, weight) for name, weight in strongest if weight >= 0)
    con = ", ".join(tell_feature(name, weight) for name, weight in strongest if weight < 0)
    return f"{pro}; but {con}" if pro and con else pro or (f"against it: {con}" if con else "")
