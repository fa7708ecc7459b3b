"""A promise in a set phrase: "gave them her word", "put his name to", "bound itself to", "has it in hand to"."""

from __future__ import annotations

from tracker.extraction.rules import Cue

_OWN = "(?:the|its|his|her|their|our|my|your|a|an)"
_SOMEBODY = rf"(?:you|them|him|her|us|it|me|each|all|everyone|{_OWN} [a-z'-]+(?: [a-z'-]+)?|[a-z'-]+)"
_PROMISE = "(?:word|promise|pledge|undertaking|guarantee|assurance|commitment|vow|oath|bond|hand)s?"
_GIVE = (
    "(?:gave|gives?|given|giving|made|makes?|making|offer(?:s|ed|ing)?|renew(?:s|ed)|repeat(?:s|ed)|extracted|"
    "obtained|secured|won)"
)
_KIND = "(?:firm|written|clear|solemn|formal|public|personal|binding|fresh|similar|same|further|new)"
_SELF = "(?:itself|themselves|himself|herself|ourselves|myself|yourself)"
_BIND = (
    "(?:bound|bind|binds|obliged|committed|tied|pledged|pinned|held|hold|holds|engaged|contracted|charged|tasked|"
    "set|given)"
)
_WORDS = """
word promise promises pledge pledges undertaking undertakings guarantee guarantees assurance assurances commitment
commitments vow vows oath bond hand hands name itself themselves himself herself ourselves myself shook shaken
shakes contracted signed undertook promised certified owe owes owed owing covenanted consented acceded warranted
upon see count rely rest stake staked swears answerable down liable hook insisted prepared arranged elected opted
engaged chosen known notice vouched pencilled lined booked
"""

CUE = Cue(
    name="bond",
    pattern=(
        rf"{_GIVE} (?:{_SOMEBODY} )?(?:{_OWN} )?(?:{_KIND} )?{_PROMISE}(?: in writing| to {_SOMEBODY})?"
        r"(?:,| on it)?(?::| that\b| to\b| of\b| not to\b| on\b)?"
        rf"|(?:has|have|had|you have|you've|there is) (?:{_OWN} )(?:{_KIND} )?{_PROMISE}(?: on it| on| that|:|,)?"
        r"|(?:put|puts|set|sets|signed|signs|lent|added) (?:its|his|her|their|our|my) (?:name|names|hand|hands|"
        r"signature)s? to\b"
        r"|(?:shook|shaken|shakes?) hands on\b"
        rf"|{_BIND} {_SELF}(?: (?:in writing|by [a-z]+|before [a-z]+|publicly|formally))?(?: to\b| not to\b| that\b)"
        r"|(?:contracted|covenanted|consented|acceded|signed up|engaged|chosen|elected|opted|arranged|"
        r"prepared) to(?= [a-z])"
        r"|(?:certified|warranted|covenanted|vouched|swears?|insisted|given notice|gave notice|served notice|"
        r"let it be known|"
        r"made it known)(?: to [a-z]+)? that\b"
        r"|(?:owes?|owed|owing)(?! (?:by|its|much|to the)\b)(?= [a-z0-9£$€])"
        r"|(?:takes?|took|taken) it (?:up)?on (?:itself|themselves|himself|herself|ourselves|myself) to\b"
        r"|(?:has|have) it in hand to\b|(?:see|sees|saw) to it (?:that)?"
        r"|(?:is|are|be) (?:down|on the hook|answerable|liable|booked|pencilled in|lined up) (?:for|to)\b"
        r"|(?:can|may|should) (?:count|rely) on\b|rest assured\b"
    ),
    words=frozenset(_WORDS.split()),
    examples=(
        "Mr Aro gave the board his word to mend it by 3 May 2026.",
        "You have my promise on the figures.",
        "The director put her name to a covenant.",
        "The yard has contracted to mend the pier.",
        "The league has bound itself in writing to pay.",
        "We owe the readers a map.",
    ),
    counterexamples=("The word is new.", "They signed the letter.", "The name of the pier is old."),
)
