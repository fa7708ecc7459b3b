"""Verbs and nouns that tell of an event whose day stands beside them: "signed on 3 May", "the hearing next Tuesday"."""

from __future__ import annotations

from tracker.deadlines.rules import Happening

HAPPENINGS = (
    Happening(("signing", "signature"), "signed", "signing|signature|(?:will|to|be) sign(?:ed)?"),
    Happening(("hearing",), "heard", "hearing|hear"),
    Happening(("ratification",), "ratified", "ratification|ratify"),
    Happening(("adoption",), "adopted", "adoption|adopt"),
    Happening(("approval",), "approved", "approval|approve"),
    Happening(("publication", "release"), "published|released", "publication|publish|release"),
    Happening(("entry",), "entered(?! into force)", "enter(?! into force)"),
    Happening(("entry into force", "effective date", "commencement"),
              "entered into force|took effect|came into force",
              "enters? into force|entry into force|comes? into force|takes? effect|effective date"),
    Happening(("election", "elections", "vote"), "voted|went to the polls", "elections?|vote|goe?s? to the polls"),
    Happening(("referendum",), "held a referendum", "referendum"),
    Happening(("meeting",), "met", "meeting|meets?"),
    Happening(("summit",), "summit was held", "summit"),
    Happening(("conference",), "conference was held", "conference"),
    Happening(("launch",), "launched", "launch|launches"),
    Happening(("opening",), "opened", "opening|opens?"),
    Happening(("closing", "closure"), "closed", "closing|closes?|closure"),
    Happening(("completion",), "completed", "completion|completes?"),
    Happening(("inauguration",), "inaugurated|sworn in", "inauguration"),
    Happening(("appointment",), "appointed", "appointment"),
    Happening(("award",), "awarded", "award"),
    Happening(("decision", "ruling", "judgment", "verdict"), "ruled|decided", "ruling|judgment|verdict|decision"),
)  # fmt: skip
