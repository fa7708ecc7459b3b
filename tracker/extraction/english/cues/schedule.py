"""The timetable's present: "the office opens on Monday", "work starts in May", "the ban takes effect on 1 June"."""

from __future__ import annotations

from tracker.extraction.candidate import Cue
from tracker.extraction.english.verbs import third

_SCHEDULED = """
open begin start commence close launch leave join resume end cease reopen meet sit arrive move expand step succeed stay
receive get go take kick lift set wrap roll reach publish release issue name hand bring finish deliver ship run pay cut
switch
hold host present file announce introduce replace sail stop enter
"""
_PLURAL = "get go take start begin close resume kick wrap stay join meet sit reopen end"
_SINGULAR = [third(verb) for verb in _SCHEDULED.split()]
# Behind any of these a plural form is an infinitive, or a noun.
_NO_PRESENT = "to not will would must should could might may can shall the a an 'll be also now 'd and"

CUE = Cue(
    name="schedule",
    pattern=(
        rf"(?<= )(?:now |also |then |finally )?(?=(?:{'|'.join(_SINGULAR)})\b)"
        rf"|(?<= )(?=(?:{_PLURAL.replace(' ', '|')}) )" + "".join(f"(?<!{word} )" for word in _NO_PRESENT.split())
    ),
    words=frozenset(_SINGULAR) | frozenset(_PLURAL.split()),
    examples=("The night bus starts on Monday.", "Rehearsals get going on 3 May.", "The ban takes effect on 1 June."),
    counterexamples=("They want to open.", "It is not known."),
    reach=90,
)
