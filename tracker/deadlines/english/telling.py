"""How a clause tells of the past: "He resigned on Friday", "It was opened in June", "On 3 May the two signed it"."""

from __future__ import annotations

from tracker.deadlines.alternation import any_of
from tracker.deadlines.english.words import word_set
from tracker.deadlines.rules import Telling

_SAYING = any_of(
    word_set(
        "said announced agreed confirmed warned pledged promised vowed declared stated argued admitted insisted "
        "reported noted added explained revealed claimed decided ruled hoped ordered believed thought heard learned "
        "showed shown suggested proposed ensured guaranteed resigned died arrived"
    )
)
"""What they say may follow, which need not be past: of these nothing may stand between the verb and its day."""
_DOING = any_of(
    word_set(
        "told met began came went took gave wrote spoke saw rose fell grew flew drew chose broke became stood sat won "
        "lost beat struck burst left held made built sold paid sent brought bought found led ran swore hit"
    )
)
_FINITE = any_of(
    word_set(
        "began came went took gave wrote spoke saw rose fell grew flew drew chose broke froze became sat swore ran"
    )
)
"""These are no participles, so that no subject need show that they are the verb of the clause."""
_NO_PAST = any_of(
    word_set("need speed seed feed breed hundred indeed exceed proceed succeed agreed united limited closed")
)
_DONE = rf"(?!{_NO_PAST}\b)(?!{_SAYING}\b)(?:{_DOING}|[a-z]{{3,15}}ed)"
_PRONOUN = r"(?:he|she|it|they|we|i)"
_DETERMINER = r"(?:the|a|an|this|these|those|his|her|its|their|our|mr|mrs|ms|dr|two|three|both)"
_SUBJECT = rf"(?:{_PRONOUN}|{_DETERMINER}\.? [\w'-]{{1,20}})(?: [\w'-]{{1,20}}){{0,7}}?"
"""A word stands between an article and the verb: "the updated list" has none."""
_OBJECT = (
    r"(?: (?:it|them|him|her|us|me|(?:the|a|an|its|their|his|her|this|two|three|\d{1,4}) [a-z'-]{1,20}"
    r"(?: [a-z'-]{1,20})?|[a-z-]{1,20}))?"
)

_PARTICLE = "(?: (?:out|up|down|off|in|back|aside|away|open))?"
_LONE = (
    r"(?:he|she|it|(?:the|a|an|this|his|her|its|their|our|mr|mrs|ms|dr)\.?(?: [\w'-]{1,20}){0,3}?"
    r" (?!(?:people|police|men|women|children|staff)\b)[\w'-]{1,20}(?<!s))"
)
_BARE = "(?:let|put|cut|hit|shut|read)"
"""Their past looks like the bare verb; only after one thing alone is it surely past: "the clerk put", "they put"."""
_NOT_ASKED = rf"(?!(?:that|if|before) {_LONE} {_BARE}\b)"
"""Nor is it there: "the deal asks that he put it up"."""
_SETS_OUT = "set (?:out|off|sail|foot)"
_ITS = r"(?:it|them|him|her|(?:the|a|an|its|their|his|her|this) (?!next\b|following\b)[a-z'-]{1,20})"
_PUT = (
    rf"^ ?(?:(?:when|as|while|after) )?(?:(?:he|she|it) (?:{_BARE}|{_SETS_OUT}){_PARTICLE}{_OBJECT}{_PARTICLE}"
    rf"|{_LONE} (?:{_BARE}|{_SETS_OUT}){_PARTICLE} {_ITS}(?: [a-z'-]{{1,20}})?"
    rf"|[\w'-]{{1,20}}(?: [\w'-]{{1,20}}){{0,3}} held {_ITS}(?: [a-z'-]{{1,20}})?"
    rf"|{_LONE} {_SETS_OUT})"
)

_AHEAD = any_of(
    word_set(
        "will shall would may might must can could should to be is are am being has have not never due plans plan set "
        "expected scheduled planned projected needed required slated targeted anticipated timetabled booked fixed "
        "postponed supposed meant intended wants hopes aims ll re"
    )
)

_LINKS = any_of(word_set("and but or that which who where when as while after before if so because than"))
_BEGINS = (
    r"[\x20.;:!?,()\"-](?:(?<![\x20-])|(?<=-)\x20|(?<=\x20)-"
    rf"|(?<=\x20){_NOT_ASKED}{_LINKS}\b)"  # one class of characters goes ahead, so that the search is quick
)

_NOW_OR_AHEAD = any_of(
    word_set(
        "will shall would may might must can could should ll is are has have take takes come comes begin begins open "
        "opens close closes start starts end ends enter enters apply applies expire expires go goes become becomes "
        "resume resumes return returns reopen reopens launch launches rise rises fall falls"
    )
)
_TOLD_ONLY = any_of(word_set("said told vowed warned argued insisted hoped thought"))
"""These are the verb of the clause, whatever it says will come; between commas they only name who says so."""
_NO_LINK = rf" (?!{_LINKS}\b)[\w'-]{{1,20}}"
_PLAIN = rf" (?!(?:{_AHEAD}|{_LINKS})\b)[\w'-]{{1,20}}"
_NOTHING_AHEAD = rf"(?!(?:{_NO_LINK}){{0,8}} {_NOW_OR_AHEAD}\b)"
"""What looks like a past verb may belong to the subject: "On 2 April the bridge damaged in May reopens"."""
_BEHIND = (
    rf"(?:(?:{_PLAIN}){{1,7}}? (?:{_FINITE}\b|{_TOLD_ONLY}(?= \w)"
    rf"|(?:was|were|had)\b(?!(?:{_NO_LINK}){{0,3}} {_AHEAD}\b)"
    rf"|(?:{_SAYING}(?= \w)|resigned|died|arrived){_NOTHING_AHEAD})"
    rf"| (?:{_PRONOUN}|{_DETERMINER}\.?{_PLAIN}(?:{_PLAIN}){{0,7}}?) {_DONE}\b(?! by\b){_NOTHING_AHEAD}"
    rf"| (?:(?:he|she|it) (?:{_BARE}|{_SETS_OUT})\b|{_LONE} {_BARE}{_PARTICLE} {_ITS}\b){_NOTHING_AHEAD})"
)

_NO_SUPERLATIVE = any_of(
    word_set(
        "latest request test rest west guest contest interest invest protest harvest forest arrest nest suggest "
        "manifest digest honest modest attest"
    )
)
_COMPARED = (
    rf"(?:(?!{_NO_SUPERLATIVE}\b)[a-z]{{2,12}}est|most|least|worst|first|second|third|fourth|fifth|sixth|last|only"
    r"|twice|once)"
)

TELLING = Telling(
    begins=_BEGINS,
    told=rf"(?:\b{_SAYING}(?: (?:(?:on|to|with) )?(?:it|them))?|\b{_FINITE}{_OBJECT}"
    rf"|^ ?(?:(?:when|as|while|after) )?{_SUBJECT} {_DONE}{_OBJECT}|{_PUT}"
    r"|\b(?:was|were|had)\b(?: [\w'-]{1,20}){0,3}) $",
    not_told=rf"\b(?!{_SETS_OUT}\b){_AHEAD}\b",
    heads=r"(?:^|[.;:!?\"()] ?| -{1,2} )$",
    joins=r"(?:,|\b(?:and|but|or|that|which|where|when|while)) $",
    behind=_BEHIND,
    compared=rf"\b{_COMPARED}(?:{_PLAIN}){{0,4}} $",
    over=r"in (?!time\b)",
    goes_on=rf",? (?:and|but) (?:then )?(?:{_DONE}|{_FINITE}|{_BARE})(?! to\b)"
    rf"(?:(?!\b(?!to (?!be\b)){_AHEAD}\b)[^.;:!?,]){{1,80}}",
    is_said=r"(?:\b(?:be|is|are|was|were|been)(?: (?:the|a|its|his|her|their|our|one of the|only|just))*"
    r"|\b(?:has|have) (?!to\b)[\w'-]{1,20})$",
    on=r"(?!(?:for|towards?|within|over|come|by|until|some)\b)",
)
