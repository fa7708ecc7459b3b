"""A word given: "pledged to", "has undertaken that", "agreed to hold", "bound itself to", "is committed to"."""

from __future__ import annotations

from tracker.extraction.rules import Cue

_WORDS = """
pledge pledges pledged pledging promise promises promised promising undertake undertakes undertook undertaken commit
commits committed vow vows vowed agree agrees agreed swear swears swore sworn guarantee guarantees guaranteed bind
binds bound assure assures assured assurance assurances undertaking undertakings commitment commitments offered offers
volunteer volunteers volunteered resolve resolves took taken take takes
"""

CUE = Cue(
    name="pledge",
    pattern=(
        r"\b(?<!\ba )(?<!\bthe )(?<!\bits )(?<!\bhis )(?<!\bher )(?<!their )(?<!\bthis )(?<!\bthat )(?<!written )"
        r"(?:pledg(?:e|es|ed|ing)|promis(?:e|es|ed|ing)|undert(?:ake|akes|ook|aken)|commit(?:s|ted)?|vow(?:s|"
        r"ed)?|resolves?|volunteer(?:s|ed)?|"
        r"agree(?:s|d)?|swear|swears|swore|sworn|guarantee(?:s|d)?|pact|b(?:ind|inds|ound)|assur(?:e|es|ed)|"
        r"offer(?:s|ed)|"
        r"g(?:ive|ives|ave|iven) (?:(?:(?:the|its|his|her|their|our) )?[a-z]+ )?(?:an? )?(?:(?:firm|written|clear) )?"
        r"(?:assurance|undertaking|guarantee|commitment|pledge|promise)s?|t(?:ook|aken|akes?) it (?:up)?on)"
        r"(?:,? too,?)?(?: (?:itself|themselves|himself|herself|ourselves|myself))?"
        r"(?:(?: to)? (?:the|its|his|her|their|our) [a-z]+(?: [a-z]+)?| (?:on )?(?:mon|tues|wednes|thurs|fri|satur|"
        r"sun)day)?"
        r"(?: by [a-z0-9 ]{2,20},?)?:? (?:not )?(?:to|that)(?= [a-z0-9£$€]|:)(?! (?:the|a|an|its|his|her|their|"
        r"our)(?: [a-z]+){0,3}(?:\.|,|$))"
        r"|\b(?:commit|pledge|promise|vow|undertake|resolve)s?: (?=[a-z0-9£$€])(?!to |that )"
        r"|\b(?:has|have|was|were|is|are) (?:now |also )?(?:been )?(?:promised|guaranteed) "
        r"(?=(?!by\b|to\b|in\b|on\b|and\b|for\b|that\b)[a-z0-9£$€])"
        r"|\b(?:promis(?:e|es|ed|ing)|pledg(?:e|es|ed|ing)) (?=(?:(?:the|its|his|her|their|our) [a-z]+ )?"
        r"(?:a|an|another|[0-9£$€]|up to|more)\b)"
    ),
    words=frozenset(_WORDS.split()),
    examples=(
        "The lender pledged to refund every fee by May.",
        "Both clubs have undertaken to share the pitch.",
        "The chair has given an undertaking to print the minutes by Friday.",
        "The owner has bound himself to repair the roof.",
        "The 90 porters have been promised a year's pay.",
    ),
    counterexamples=("The pledge was kept.", "They agreed with the plan."),
)
