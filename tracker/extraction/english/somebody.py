"""Words that name somebody: a person, a body, people by what they do; and what only looks like a name."""

from __future__ import annotations

import re
from enum import Enum

from tracker.deadlines.alternation import begun_by_any
from tracker.extraction.english.nouns import ACTOR, PUBLIC, head_of, is_name


class Kind(Enum):
    """Which pronoun may stand for who is named: "he", "it" or "they"; a name by itself may be either of the first."""

    PERSON = "person"
    BODY = "body"
    MANY = "many"
    NAME = "name"


_UP = "A-ZÀ-ÖØ-ÞČŠŽŁ"
_CAPITAL = rf"(?:(?:Mr|Mrs|Ms|Dr|Prof|St|Cr|Cllr)\.|[{_UP}]\.|(?![A-Z]{{3,}}ED\b)[{_UP}](?:[\w&-]|'(?!s\b))*)"
NAME = rf"{_CAPITAL}(?: (?:(?:of|for|de|van|von|al|el|der|la|du|and|&)(?: the)? )?{_CAPITAL})*"

# What ends like those who do something, and is a thing: "boilers", "papers", "sensors".
_THINGS_WORDS = """
acto bann barri blist boil bord broch buff bump bung carri cent chapt charg clust comput compost cool copp corn corrid
count cov crat cylind dinn disast do driv elevat err fact filt fing flo flow flyov fold generat glaci hamp heat
helicopt hund indicat ladd lay lett lock loud manoeuv mark matt measu met mirr mo monit mot newslett numb off ord oth
pap pi pillar platt post pow print quart radiat react regist riv roll rost rout scoot sect semest sens serv shelt should
shutt silv slipp speak spr stick stopp summ supp tank tend theat timb tow tract trail transf trigg trous us wat wint
"""
_PEOPLE = rf"(?!(?:{'|'.join(_THINGS_WORDS.split())})(?:ers|ors)\b)[a-z]{{2,}}(?:ers|ors)"
_NOT_HERE = (
    "mr|mrs|ms|dr|prof|sir|lists?|gist|mist|wrist|waist|twist|clinic|project|units?|services?|network|chapter|lorries"
)
_OTHERS_WORDS = """
generals presidents bailiffs diplomats crews registrar agents? accountants? assistants? consultants? analysts? gangs?
teams? notary notaries arbiter referee umpire vets? deans sheriffs? sides? squads? brigade inquiry synod summit
programme children congregation observatory orchestra choir zoo abbey monastery refinery
bench academy lycée academies midwife midwives specialists? districts? section person persons? famil(?:y|ies) rabbi
imam priest pastor founder pilots? chefs? tutors? apprentices? prosecution defence coastguard navy firefighters
trainees? curators? marshals? stewards? technicians? abbot admirals? aides? archbishop athletes? attorneys? battalion
bursar cadets? canon cardinals? chaplains? colonel comptroller convenor convener coroner custodians? deacon delegates?
deputy deputies ensemble faculty fleet guides? headmistress heirs? interns? jury jurors? lieutenant marines mechanics?
mentors? midfielder monks? nuns? ombudswoman outfit parliamentarians? patrol physicians? poet prefect priests? prince
princess provost quartet rabbis sergeant sexton squadron townsfolk veterans? verger widow workforce youth
[a-z]{3,}icians? guardians? librarians? solicitors? surgeons? nurses chairs?
"""
# One who does something: not every word that ends so does ("number", "paper").
_DOERS_WORDS = """
adjudicator administrator arbitrator author baker brewer broadcaster butcher carrier caterer commander composer
conductor dancer dealer designer distributor exporter farmer firefighter fisher goalkeeper grocer grower hotelier
importer instructor insurer investigator jeweller keeper landowner lecturer lender lifeguard liquidator mediator miner
negotiator organi[sz]er painter performer photographer planner player plumber porter presenter processor producer
promoter prosecutor provider ranger receiver refiner reporter researcher retailer sailor sculptor singer soldier
roofer joiner carpenter fitter glazier mason welder courier decorator gardener engineer cleaner buyer seller
sponsor striker supervisor teacher trainer translator vendor wholesaler writer
"""
_BODIES = ACTOR.pattern.removeprefix(r"\b(?:i|we|us|").partition("|he|she|it|they|")[0]
_ALL_BODIES = (*re.split(r"\|(?![^(]*\))", _BODIES), *_OTHERS_WORDS.split(), *_DOERS_WORDS.split())
# What most words are told by to be none of them: it tries what begins alike once.
_MAY_BE_BODY = f"(?={begun_by_any(_ALL_BODIES)})"
# The noun of a subject that is somebody.
HEAD = (
    rf"(?:{_MAY_BE_BODY}(?!(?:{_NOT_HERE})\b)(?:{'|'.join(_ALL_BODIES)})\b"
    rf"|(?=[a-z]{{2,}}(?:ers|ors)\b){_PEOPLE}\b)"
)
_SOMEBODY = re.compile(rf"\b{HEAD}$")
_LIST = re.compile(r"\b(?:lists?|gist|mist|wrist|waist|twist)$")

_NO_NAMES_WORDS = """
the a an this that these those it its his her their our my your in on at by for from with as under over after before
until till since while when where if once unless because although though and but or so nor yet to of then now later
next first second third last today tomorrow yesterday meanwhile however instead also still only even not no nobody
none nothing each every all both some any most many few what who which how why there here dear new
item action agreed resolved noted note yes well asked pressed told between during within without about against ask
clause article section paragraph annex such another other more less one two three four five six seven eight nine ten
eleven twelve fifteen eighteen twenty thirty let please thank neither either perhaps maybe soon you
monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
october november december easter christmas michaelmas whitsun lent advent ascension pentecost ramadan valentine burns
spring summer autumn winter xmas eve q1 q2 q3 q4
"""
# What begins a sentence or names a time, and is nobody's name.
NO_NAMES = frozenset(_NO_NAMES_WORDS.split())
_THING_LAST_WORDS = """
Stand Pier Lift Clause Article Section Annex Phase Street Road Lane Quay Dock Tunnel Terminal Reservoir Dam Airport Act
Bill Treaty Charter Plan Day Week Eve Night Year Years Hogmanay Sunday Monday Cup Fair
"""
_THING_LAST = re.compile(
    rf"(?:\b[A-Z]\w* \d+|\b[A-Z][\w-]*\d|^[Tt]he \d+|\b(?:{'|'.join(_THING_LAST_WORDS.split())}))$"
)
# "Two of her officers": who they are stands behind "of".
PARTITIVE = re.compile(
    r"^(?:one|two|three|four|five|six|ten|some|most|many|several|all|both|each|half|[a-z]+ty|\d+) of "
)
# What may stand behind the word for somebody: a name, or what tells them apart; no other noun ("box office a day").
_MAY_FOLLOW = re.compile(
    r"(?:,| and\b| or\b| &|-| (?:[A-Z]|who\b|that\b|which\b|under\b|behind\b|here\b|there\b|alone\b)"
    r"| [a-z]+(?:ed|ing|self|selves)\b| (?:now|then|too|also|\()|$)"
)
_PERSON_NAMED = re.compile(r"[A-Z][\w'-]+ [A-Z][\w'-]+$")
# "Autovía del Golfo", "Stroud & Kay".
JOINED = re.compile(r"[A-Z]\S* (?:(?:d[aeiou][lrs]?|l[ae]s?|of|&|v[ao]n|y|e) )+[A-Z]\S*$")

_PLURAL = re.compile(
    r"^(?:(?:all|both|two|three|four|five|six|seven|eight|nine|ten|some|most|\d+) )|(?<!s)s$|men$|people$|staff$|"
    r"crew$|team$| and "
)
_PERSONAL_WORDS = """
mr mrs ms dr prof sir dame cllr cr minister president premier chancellor secretary justice judge mayor governor
director manager chair chairman chairwoman chairperson ceo chief head officer clerk treasurer reeve warden vicar
rector dean principal matron nurse doctor coach skipper lawyer envoy ambassador spokesman spokeswoman spokesperson
superintendent councillor captain bishop archbishop pope king queen owner editor coordinator leader commissioner
inspector surveyor attorney barrister solicitor caretaker professor boss [a-z]+ist [a-z]+man [a-z]+master
"""
_PERSONAL = re.compile(rf"\b(?:{'|'.join(_PERSONAL_WORDS.split())})\b")
_BODILY_WORDS = """
ministry government cabinet department agency authority council committee commission board parliament congress senate
assembly court tribunal bank treasury company firm corporation group inc ltd plc operator utility union federation
association alliance consortium coalition foundation trust charity institute university college school hospital
museum library club society church service office bureau fund airline railway network administration municipality
party police army yard city county district state water rail energy power air airways railways shipping lines motors
foods steel mobile radio embassy panel inquiry borough parish diocese league team newspaper watchdog regulator
secretariat delegation engineering construction consulting logistics holdings solutions systems technologies
"""
_BODILY = re.compile(rf"\b(?:{'|'.join(_BODILY_WORDS.split())})\b")
_CAPITALISED = re.compile(rf"\b[{_UP}]\w+")


def kind_of(name: str) -> Kind:
    """Which pronoun may stand for a name."""
    low = name.lower()
    if _PLURAL.search(low) and not _BODILY.search(low) and " & " not in low:
        return Kind.MANY
    if " & " in name or (_BODILY.search(low) and not _PERSONAL.search(low)):
        return Kind.BODY
    is_whole = len(_CAPITALISED.findall(name)) in (2, 3) and not low.startswith("the ")
    return Kind.PERSON if is_whole or _PERSONAL.search(low) else Kind.NAME


def is_thing(name: str) -> bool:
    """True for a proper name that ends like a thing's: "The East Stand", "Unit 3"."""
    return bool(_THING_LAST.search(name))


def is_head(word: str) -> bool:
    """True for a word by itself that says who somebody is: "ministers", "surveyors"."""
    match = _SOMEBODY.match(word.lower())
    return bool(match)


def is_somebody(subject: str) -> bool:
    """True where a subject is somebody who can do things, rather than a thing that is done."""
    head = head_of(PARTITIVE.sub("", subject.lower()))
    if is_thing(subject) or _LIST.search(head):
        return False
    own = head_of(PARTITIVE.sub("", subject))
    is_actor = any(_MAY_FOLLOW.match(own, found.end()) for found in ACTOR.finditer(head))
    if is_actor or PUBLIC.search(head) or is_name(subject) or _SOMEBODY.search(head):
        return True
    return bool(_PERSON_NAMED.search(own) or JOINED.match(own))
