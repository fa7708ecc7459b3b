"""Nouns by the part that they play in a promise; each a pattern to be searched in the words of a subject."""

from __future__ import annotations

import re
from functools import lru_cache

# Who can bind itself: offices, bodies, firms, people with a title.
ACTOR = re.compile(
    r"\b(?:i|we|us|ministers?|ministry|ministries|governments?|cabinet|president|prime|premier|chancellor|"
    r"secretary|secretariat|"
    r"departments?|dept|agency|agencies|authority|authorities|council|councils|committees?|commissions?|commissioners?|boards?|"
    r"parliament|congress|senate|assembly|courts?|tribunals?|justice|judges?|magistrates?|mayors?|governors?|police|army|forces?|bank|treasury|"
    r"compan(?:y|ies)|firms?|"
    r"corporations?|group|inc|ltd|plc|gmbh|corp|llc|utility|operators?|builders?|contractors?|developer|managers?|management|"
    r"directors?|director-general|chair|chairman|chairwoman|chairperson|ceo|chief|head|heads|officers?|clerks?|treasurer|reeve|wardens?|auditors?|surveyors?|inspectors?|vicar|rector|dean|"
    r"principal|matron|nurses?|doctors?|coach|skipper|counsel|lawyers?|envoys?|ambassadors?|spokes\w+|actuary|caretakers?|"
    r"porters|"
    r"superintendent|cllr|councillors?|mr|mrs|ms|dr|prof|professor|sir|captain|archbishop|bishop|pope|king|queen|"
    r"parties|partners|party|sides|countries|states?|nations|members|union|federation|association|alliance|"
    r"consortium|coalition|foundation|trust|charity|trustees|institute|institution|university|universities|college|"
    r"schools?|hospital|clinic|library|museum|club|society|church|team|crew|engineers|staff|organisers|organizers|"
    r"project|"
    r"coordinator|[a-z]+master|(?!bitu|speci|regi|acu|abdo|hu|ger|ro)[a-z]{2,}(?:men|man)|[a-z]+ists?|master|syndicate|guild|yard|shipyard|cooperative|co-operative|executive|diocese|"
    r"synod|chapter|parish|borough|registry|archive|newspaper|supermarket|landlord|maker|manufacturer|supplier|brewery|"
    r"mixed commission|drivers|lorries|"
    r"crews?|developers|publisher|editors?|owner|regulator|watchdog|service|services|office|bureau|unit|mission|"
    r"delegation|panel|"
    r"taskforce|task force|working group|steering group|embassy|fund|airline|railway|network|city|district|county|"
    r"province|region|municipality|republic|kingdom|administration|leadership|union|lenders|insurers?|he|she|it|they|"
    r"the two|each (?:party|city|side|member)|both)\b"
)

# Bodies that "it" may stand for.
_INSTITUTIONS_WORDS = """
ministry government cabinet department agency authority council committee commission board parliament assembly court
bank treasury company firm corporation group operator utility union federation association alliance consortium
coalition foundation trust charity institute university college school hospital museum library club society church
tribunal registry syndicate yard cooperative diocese parish borough executive
regulator watchdog service office bureau secretariat fund airline railway network administration municipality
"""
INSTITUTIONS = _INSTITUTIONS_WORDS.split()

# Those whom a notice addresses: what they must do is no promise of the publisher's.
PUBLIC = re.compile(
    r"\b(?:applicants?|residents?|members of the public|members|holders?|shareholders|candidates?|households?|"
    r"customers?|"
    r"consumers|clients|users?|learners|students?|pupils|parents|patients?|passengers?|visitors?|travellers?|travelers|"
    r"tenants?|landlords?|landowners?|owners of|borrowers|lenders|savers|taxpayers|voters?|citizens|people|anyone|"
    r"everyone|everybody|nobody|"
    r"no one|drivers|motorists|riders|runners|participants|readers|responses|replies|submissions|applications|"
    r"nominations|entries|bids|"
    r"tenders must|bidders|suppliers|vendors|sellers|buyers|firms|businesses|companies|employers|employees|workers|"
    r"farmers|growers|traders|masters|vessels|depositors|creditors|survivors|donors|volunteers|delegates|"
    r"teams that|developers|subscribers|families|investors|claims|objections|comments|you|vessel|"
    r"plot holders|ticket holders|licensees|operators|providers|banks|municipalities|councils|states)\b"
)

# Those who watch, judge and complain, and are not bound by what they foresee.
OUTSIDER = re.compile(
    r"\b(?:analysts?|economists?|experts?|researchers?|scientists?|critics?|observers?|pollsters?|bookmakers?|"
    r"forecasters?|"
    r"volcanologists?|biologists?|investigators|opposition|opponents?|campaigners?|activists?|ecologists?|"
    r"residents?|shopkeepers?|traders?|fisherman|fishermen|farmers?|growers|drivers|commuters?|customers?|"
    r"patients?|riders|"
    r"neighbours?|neighbors?|villagers?|witness(?:es)?|survivors?|victims?|students?|parents?|mother|father|"
    r"lawyers? for|rival|historian|columnist|commentators?|survey|surveys|poll|study|studies|forecast|forecasts|"
    r"weather|met department|world bank|imf|researcher|architect|brochures?|posters?|newspapers?|callers?|broker|"
    r"brokers|one man|one woman|readers|"
    r"candidates?|barrister|passenger groups?|watch|investors|insurers?)\b"
)

# What somebody sets by deciding it; unlike prices on a market it does not move by itself.
SET_BY_DECISION = re.compile(
    r"\b(?:fees?|fares?|tolls?|rents?|tariffs?|charges|levy|levies|tax(?:es)?|duties|wages?|salar(?:y|ies)|pay|"
    r"pensions?|"
    r"allowances?|benefits|subscriptions?|admission|tuition|dues|speed limits?|opening hours|jobs)\b"
)

# What binds people by law, and is not itself a promise.
LAW = re.compile(
    r"\b(?:law|laws|act|bill|regulations?|directive|code|constitution|statute|rules?|treaty|convention|agreement|"
    r"memorandum|decree|order|contract|licen[cs]e|clause|article|scheme|terms|policy|provisions?|ordinance|protocol)\b"
)

# What is held, made or brought out on a day that somebody sets.
EVENT = re.compile(
    r"\b(?:meetings?|sessions?|hearings?|conferences?|summits?|talks|rounds?|reviews?|ceremony|elections?|ballots?|"
    r"votes?|voting|trials?|courses?|classes|works?|construction|rebuilding|building|recruitment|hiring|planting|"
    r"filling|"
    r"production|deliver(?:y|ies)|shipments?|shipping|sales?|tenders?|auctions?|results?|reports?|findings|"
    r"figures|accounts|data|minutes|drafts?|strategy|plans?|programmes?|programs?|schemes?|pilots?|phases?|stages?|"
    r"bills?|legislation|regulations|instalments?|payments?|payouts?|compensation|grants?|refunds?|bonus|"
    r"dividends?|teams?|committees?|commissions?|centres?|centers?|clinics?|hospitals?|schools?|offices?|"
    r"stations?|lines?|roads?|bridges?|terminals?|airports?|flights?|services?|trains?|trams?|buses|shops?|stores?|"
    r"branch(?:es)?|factory|plant|mine|academy|exhibition|festival|concerts?|tours?|shows?|performances?|"
    r"premiere|rehearsals|webcast|webinar|workshops?|training|inspections?|repairs?|upgrade|update|version|"
    r"release|website|portal|app|facility|facilities|units?|helpline|hotline|register|registration|consultation|"
    r"inquiry|enquiry|"
    r"investigation|audit|survey|study|application|applications|bookings|tickets|"
    r"fund|loans?|posts?|library|libraries|museum|park|pool|market|contract|agreement|deal|accord|treaty|"
    r"edition|race|cup|league|ground|curtain|previews?|ship|ferry|timetable|schedule|list|names?|law|decision|"
    r"judgment|verdict|ruling|reasons|sentence|appeal|files?|archives?|records|beds?|wells?|pumps?|chart|tariffs?|"
    r"fares?|fees?)\b"
)

# No word is given back once it is read: capitals only ("NOTICE TO ALL TENANTS …") would be parted in every way.
_NAME = re.compile(r"^(?:[Tt]he )?[A-Z][\w&.'’()-]*+(?: (?:(?:of|and|the|de|al|for|in) )?[A-Z][\w&.'’()-]*+)*$")
_NO_NAME = re.compile(
    r"^(?:The|A|An|This|That|These|Those|Each|Every|All|Some|No|Our|Its|His|Her|Their|My|Your|It|"
    r"They|He|She|You|There|What|Both)?(?: [a-z].*)?$|^[A-Z][a-z]+(?:s|ing)$"
)
_LISTED = re.compile(r", (?:and )?(?=[A-Z])")


def is_name(words: str) -> bool:
    """True where words are a proper name as far as their capitals tell ("Northwind Rail", not "Prices")."""
    parts = _LISTED.split(words)
    if len(parts) > 1:
        return all(map(is_name, parts))
    if not _NAME.match(words) or _NO_NAME.match(words):
        return False
    return " " in words or not EVENT.search(words.lower())


_OWNER = re.compile(r"['’]s? (?=\w)")
_OF = re.compile(r" (?:of|for|in|between|under|at|by|with|to|on|from|about|into|against|than)\b")


@lru_cache(maxsize=4096)
def head_of(subject: str) -> str:
    """The part of a subject that holds its noun: "the commerce ministry's rulebook for talks" → "rulebook"."""
    return _OF.split(_OWNER.split(subject)[-1], 1)[0]
