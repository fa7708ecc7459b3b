"""Verbs by what they do to a promise. Lists are of base forms; `forms` gives the others."""

from __future__ import annotations

import re
from functools import cache

# What somebody does by deciding to: the verb of most promises.
_DEED = """
abolish accept achieve add admit adopt advertise air allocate amend announce answer apply appoint approve arrange
ask assess assign attend auction award ban begin bring broadcast build bury buy call cancel carry cease chair change
charge chase check circulate clean clear close co-operate collect commence commission compensate complete conclude
conduct confirm connect constitute construct consult contact continue convene convert cooperate correct count cover
create credit cut debate decide declare decommission deliver demolish deploy deposit design designate destroy
develop dig disburse disclose discuss dismantle dispatch distribute donate double draft draw dredge drill drive drop
earmark elect eliminate employ end enforce engage equip erect establish evaluate evict examine exchange expand
explain explore extend feed file fill finalise finalize finance finish fit fix fly form forward found freeze fund
gather get give go grant hand hang hear hire hold host identify implement impose inaugurate include increase inform
insert inspect install integrate introduce invest investigate invite issue join keep launch lay lead lease lend lift
light link list lock lower mail maintain make map meet mend migrate modernise modernize monitor move name negotiate
nominate notify obtain offer open order organise organize outline overhaul oversee pass pause pay penalise perform
phase place plant play post prepare present preserve print privatise privatize procure produce propose prosecute
provide publish pull purchase pursue put quit raise re-open read rebuild recall receive recruit redesign reduce
refit reform refund refurbish refuse register rehouse reimburse relaunch release relocate remove renew renovate
reopen repair repay repeal replace reply report republish request rescue resettle resign restart restore restrict
resume resurface retire retrain return revamp review revise revoke rewrite roll run scan scrap screen seal seat seek
select sell send serve set settle share shift ship shut sign simplify slash sow speak spend sponsor spread staff
stage standardise start step stock stop strengthen strike strip study submit subsidise suspend sweep switch table
take tarmac teach tell terminate test top top-up track train transfer transport treat trial triple turn unveil
update upgrade upload use vaccinate verify visit vote waive walk widen wind withdraw work write
"""
DEED: frozenset[str] = frozenset(_DEED.split())

# What happens to things, or what they bring, decided by nobody.
_HAPPENING = """
affect age appear average balance be become belong benefit boil bloom break cause collapse cost contract
decline die differ disappear dominate drop ease emerge enjoy erupt exceed expire face fail fall fare feature feel
flood flow freeze grow halve happen
hit hurt increase improve judge know lack last like lose matter mean melt miss necessitate need outnumber outpace
overtake own peak
persist plunge prefer prevail prove rain reach rebound recover regard regret remain remember require rise save see
seem shrink slide slip slow slump
snow soar spread stabilise stagnate stand stay stem suffer surge surpass survive swallow tell thrive top total
travel understand vanish vary want
warm weaken weigh win worsen yield
"""
HAPPENING: frozenset[str] = frozenset(_HAPPENING.split())

# What a product or a measure is said to do for people.
_BENEFIT = """
accelerate aid alert alleviate allow assist attract benefit bolster boost bring broaden change combat contribute create
curb cut deepen deliver drive ease empower enable encourage enhance enrich ensure expand facilitate foster free give
guarantee help improve increase inspire lead let lighten lower make mark minimise move offer open optimise pave
position promote protect provide put raise
reduce reflect reinforce represent revolutionise save secure serve shape show simplify slash speed spur stimulate
streamline
strengthen support transform translate turn unlock
"""
BENEFIT: frozenset[str] = frozenset(_BENEFIT.split())

# What is undergone, felt or thought rather than done by a decision: "will be affected", "will be missed".
_UNDERGONE = """
affected allowed amazed amused asked based bound concerned considered defined delighted delayed disappointed disturbed
eligible enabled entitled exceeded expected faced felt flooded forced forgotten gone hit hurt impressed inclined
interested judged known lost located loved mistaken missed needed obliged obtained overtaken permitted pleased
prevented proud regarded remembered reminded required satisfied seen shocked spared surprised tempted thought tired
touched transformed understood used watched welcomed worried
"""
UNDERGONE: frozenset[str] = frozenset(_UNDERGONE.split())

# What people are given, by no deed of their own.
GETTING = frozenset(
    {"see", "hear", "have", "get", "find", "enjoy", "receive", "learn", "gain", "save", "feel", "benefit"}
)

# What things do as well as people: "the shop opens", "the ferry sails", "the rule takes effect".
_BY_ITSELF = """
abolish appear begin change clear close commence complete count cover cut double drop end expand extend feed fill fit
fly follow form freeze get go halve hang hold increase integrate join land launch lay lead leave lift light make meet
mend migrate move open pass pause perform phase play raise re-open read receive reduce reopen report restart resume
retire return roll run scan serve set settle shift show shut sow speed spread stand start stay step stop strip sweep
switch take top track transfer turn use visit wind work
"""

_REPORTING_WORDS = """
said say says saying told tells added adds announced announces promised stated states confirmed confirms declared
informed assured insisted disclosed revealed replied explained noted pledged vowed wrote went reported indicated let
lets decided swore continued concluded directed maintained mentioned voted ruled posted conceded stressed emphasised
emphasized
"""
REPORTING_WORDS: frozenset[str] = frozenset(_REPORTING_WORDS.split())

_MORE_THAN_A_WORD = {
    "states": "(?<!united )(?<!member )(?<!both )(?<!of )(?<!other )(?<!two )(?<!the )(?<!all )states",
    "went": "went on",
    "let": "let it be known",
    "lets": "lets it be known",
}
_LONGEST_FIRST = sorted(REPORTING_WORDS, key=lambda word: (-len(word), word))
REPORTING = f"(?:{'|'.join(_MORE_THAN_A_WORD.get(word, word) for word in _LONGEST_FIRST)})"

_DOUBLED = re.compile(r"[^aeiou][aeiou][bdgmnprt]$")
_IRREGULAR_FORMS = """
begin began begun, bind bound, dig dug, drive drove driven, feed fed, fight fought, hear heard, lend lent, light
lit, sow sowed sown, strike struck, sweep swept, win won, break broke broken, bring brought, build built, buy
bought, choose chose chosen, cut cut, do did done, draw drew drawn, find found, fly flew flown, freeze froze frozen,
get got, give gave given, go went gone, hang hung, hold held, keep kept, lay laid, lead led, leave left, let let,
lose lost, make made, meet met, oversee oversaw overseen, pay paid, put put, quit quit, read read, rebuild rebuilt,
repay repaid, rewrite rewrote rewritten, run ran run, see saw seen, seek sought, sell sold, send sent, set set, shut
shut, speak spoke spoken, spend spent, take took taken, teach taught, tell told, throw threw thrown, wind wound,
withdraw withdrew withdrawn, write wrote written
"""
_IRREGULAR = {verb: tuple(forms) for verb, *forms in map(str.split, _IRREGULAR_FORMS.split(","))}


def past(verb: str) -> tuple[str, ...]:
    """The past tense and the past participle of a verb."""
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    if verb.endswith("e"):
        return (verb + "d",)
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return (verb[:-1] + "ied",)
    return (verb + "ed", verb + verb[-1] + "ed") if _DOUBLED.search(verb) else (verb + "ed",)


def gerund(verb: str) -> tuple[str, ...]:
    """The -ing form of a verb, both spellings where the last letter may be doubled."""
    if verb.endswith("e") and not verb.endswith("ee"):
        return (verb[:-1] + "ing",)
    return (verb + "ing", verb + verb[-1] + "ing") if _DOUBLED.search(verb) else (verb + "ing",)


def third(verb: str) -> str:
    """The third person singular of a verb."""
    if verb.endswith(("s", "sh", "ch", "x", "z", "o")):
        return verb + "es"
    return verb[:-1] + "ies" if verb.endswith("y") and verb[-2] not in "aeiou" else verb + "s"


@cache
def deed_words() -> frozenset[str]:
    """The deed verbs in their base and -ing forms: what follows "will" and "committed to"."""
    return DEED | {form for verb in DEED for form in gerund(verb)}


@cache
def irregular_participles() -> frozenset[str]:
    """The past participles that do not end in -ed."""
    return frozenset(forms[-1] for forms in _IRREGULAR.values())


@cache
def participles() -> frozenset[str]:
    """The past participles of the deed verbs: what follows "will be"."""
    return frozenset(form for verb in (*DEED, "do", "find", "throw", "choose", "read") for form in past(verb))


# The third person of what only somebody does: "pays", "appoints", "recalls".
ACTED: frozenset[str] = frozenset(third(verb) for verb in DEED - frozenset(_BY_ITSELF.split()))
