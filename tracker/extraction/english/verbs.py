"""Verbs by what they do to a promise. Lists are of base forms; `forms` gives the others."""

from __future__ import annotations

import re
from functools import cache

# What somebody does by deciding to: the verb of most promises.
_DEED = """
abandon abolish absorb accelerate accept accommodate achieve add administer admit adopt advance advertise advocate
air align allocate amalgamate amend announce annul answer apologise apologize apply appoint apportion apprehend
approve archive arm arrange arrest ask assemble assess assign assist assume attach attend auction audit authorise
authorize award axe back backdate bail ban bar bear begin bind block board boost borrow brief bring broadcast build
bury buy calibrate call campaign cancel cap capture carry cater caution cease celebrate certify chair champion
change channel charge charter chase check circulate clarify clean clear clip close co-operate co-ordinate coach code
collect combine commemorate commence commission commit compensate compile complete comply concede concentrate
conclude condemn conduct confer confirm connect consolidate constitute construct consult contact contest continue
contract contribute convene convert convey convict cooperate coordinate copy correct counsel count cover crack
create credit crown curtail cut dam deal debate decide declare decommission decontaminate decorate dedicate deduct
defend defer delay delegate delete deliver demand demobilise demolish demonstrate depart deploy deport deposit
design designate destroy detain develop devise devolve devote diagnose dig digitise digitize direct disband disburse
discharge disclose discontinue discuss dismantle dismiss dispatch dispense display dispose dissolve distil
distribute divert divide dock document donate double draft draw dredge drill drive drop dry dump earmark edit elect
elevate eliminate embark employ empty enact enclose end endorse enforce engage enlarge enlist enrol enroll enter
entrust equalise equip erase erect escalate escort establish evaluate evict examine exchange exempt exhibit expand
expedite expel explain explore export expose express extend extradite feed fence field fight file fill finalise
finalize finance fine finish fire fit fix flag flatten flush fly forgive forgo form forward found free freeze fulfil
fulfill fund furnish gate gather get give go grade graduate grant grit guarantee guard guide halt hand hang harvest
hear help hire hoist hold honor honour host house hush identify idle implement import impose impound inaugurate
include incorporate increase indemnify index indict inform insert inspect install insulate insure integrate
intensify intervene interview introduce invest investigate invite invoice irrigate issue itemise jail join keep
label land launch lay lead lease leave legalise legislate lend level levy liaise liberate license lift light link
list load loan lobby lock lodge log lower machine mail maintain make map mark market mask match measure mediate meet
mend merge meter migrate mine mint minute mobilise model modernise modernize monitor mount move mow muster name
narrow nationalise negotiate net nominate notify number nurse obtain occupy offer open oppose order organise
organize outlaw outline overhaul oversee overturn pack paint pardon park pass patch patrol pause pave pay
pedestrianise peg penalise perform permit phase phone pick pilot pipe place plant play plough plug plumb police pool
post postpone pour power practise prepare prepay prescribe present preserve press price print prioritise privatise
privatize proceed process proclaim procure produce programme promote promulgate propose prosecute protect provide
prune publish pull pump purchase purge pursue put quarantine query quit quote raise raze re-elect re-examine re-let
re-open re-route react read realign reallocate reappoint reassess reassign rebate rebrand rebuild recall receive
recheck reclaim recommend reconcile reconnect reconsider reconvene record recover recruit recycle redeem redeploy
redesign redirect redistribute redo redraft redraw reduce refer refill refit reforest reform refresh refund
refurbish refuse register regulate rehire rehouse reimburse reinforce reinstall reinstate reintroduce reissue
relaunch relax relay release relet relinquish relocate remedy remind remit remodel remove renegotiate renew renovate
rent reopen reorganise repaint repair repatriate repay repeal replace replant reply report reprint republish request
reroute rescind rescue research reserve reset resettle reshape resign resit resolve respect respond restart restock
restore restrict restructure resume resurface retain rethink retire retrain retrieve retry return reunite revalue
revamp reverse revert review revise revisit revitalise revive revoke reward rewire rewrite ring roll rotate round
route run safeguard sail salt salvage sanction sand satisfy scan schedule score scrap screen scrub seal seat seek
seize select sell send serve service set settle share sharpen shelter shelve shield shift ship shoot shore shorten
show shred shut shuttle sign silence simplify sit site sketch skip slash smooth solve sort source sow spare speak
spend split sponsor spray spread square stabilise stack staff stage standardise start station steam steer step
sterilise stipulate stock stop store streamline strengthen stretch strike strip structure study submit subsidise
substitute sue supersede supervise supply support surrender survey suspend swap sweep switch table tackle tag tailor
take tap target tarmac tax teach tear telephone tell tender terminate test thank thin tidy tighten tile toll top
top-up tour tow trace track trade train transfer transport treat trial trim triple truck turn twin unblock undergo
undertake undo unearth unfreeze unite unload unlock unveil update upgrade uphold upload uproot urge use vacate
vaccinate value verify veto visit void volunteer vote wage waive walk ward warn wash water weld whitewash widen wind
wipe wire withdraw withhold witness work write zone
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
_BY_ITSELF_WORDS = """
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
    "ruled": "ruled(?! out)",
    "went": "went on",
    "let": "let it be known",
    "lets": "lets it be known",
}
_LONGEST_FIRST = sorted(REPORTING_WORDS, key=lambda word: (-len(word), word))
REPORTING = f"(?:{'|'.join(_MORE_THAN_A_WORD.get(word, word) for word in _LONGEST_FIRST)})"

_DOUBLED = re.compile(r"[^aeiou][aeiou][bdgmnprt]$")
_IRREGULAR_FORMS = """
arise arose arisen, bear bore borne, become became become, begin began begun, bid bid, bind bound, blow blew blown,
break broke broken, breed bred, bring brought, build built, burst burst, buy bought, catch caught, choose chose
chosen, come came come, cost cost, creep crept, cut cut, deal dealt, dig dug, do did done, draw drew drawn, drive
drove driven, eat ate eaten, fall fell fallen, feed fed, feel felt, fight fought, find found, fit fitted, fly flew
flown, forgive forgave forgiven, forgo forwent forgone, freeze froze frozen, get got, give gave given, go went gone,
grind ground, grow grew grown, hang hung, hear heard, hide hid hidden, hit hit, hold held, hurt hurt, keep kept,
know knew known, lay laid, lead led, lean leant, leave left, lend lent, let let, light lit, lose lost, make made,
mean meant, meet met, mow mowed mown, outgrow outgrew outgrown, oversee oversaw overseen, overtake overtook
overtaken, overturn overturned, pay paid, put put, quit quit, re-let re-let, read read, rebuild rebuilt, redo redid
redone, redraw redrew redrawn, relet relet, repay repaid, reset reset, retake retook retaken, rethink rethought,
rewrite rewrote rewritten, rid rid, ride rode ridden, ring rang rung, rise rose risen, run ran run, say said, see
saw seen, seek sought, sell sold, send sent, set set, shake shook shaken, shoot shot, show showed shown, shrink
shrank shrunk, shut shut, sing sang sung, sink sank sunk, sit sat, sleep slept, slide slid, sow sowed sown, speak
spoke spoken, spend spent, split split, spread spread, spring sprang sprung, stand stood, steal stole stolen, stick
stuck, strike struck, swear swore sworn, sweep swept, swim swam swum, swing swung, take took taken, teach taught,
tear tore torn, tell told, think thought, throw threw thrown, undergo underwent undergone, undertake undertook
undertaken, undo undid undone, unwind unwound, uphold upheld, wear wore worn, weep wept, win won, wind wound,
withdraw withdrew withdrawn, withhold withheld, write wrote written
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
def base_verbs() -> frozenset[str]:
    """The base forms of all verbs that are known."""
    return DEED | HAPPENING | {"be", "have", "do", "get", "keep", "stand", "become", "bring", "find", "need"}


@cache
def finite_verbs() -> frozenset[str]:
    """Their third persons."""
    return frozenset(map(third, base_verbs()))


@cache
def bare(verb: str) -> str:
    """The base form of a third person; any other word as it is."""
    return {third(base): base for base in base_verbs()}.get(verb, verb)


@cache
def irregular_past() -> frozenset[str]:
    """The past tenses that do not end in -ed, and are no base form either."""
    return frozenset(forms[0] for verb, forms in _IRREGULAR.items() if forms[0] != verb)


@cache
def participles() -> frozenset[str]:
    """The past participles of the deed verbs: what follows "will be"."""
    return frozenset(form for verb in (*DEED, "do", "find", "throw", "choose", "read") for form in past(verb))


# The third person of what only somebody does: "pays", "appoints", "recalls".
ACTED: frozenset[str] = frozenset(third(verb) for verb in DEED - frozenset(_BY_ITSELF_WORDS.split()))
