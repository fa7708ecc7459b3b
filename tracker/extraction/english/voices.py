"""Who speaks in an announcement, by the fullest name that it gives."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tracker.extraction.english.actors import is_sensible
from tracker.extraction.english.mentions import NOBODY, Mention

if TYPE_CHECKING:
    from tracker.extraction.english.mentions import Mentions

# Who speaks for somebody: "its director", "a spokeswoman".
_FOR_SOMEBODY = re.compile(r"^(?:its|his|her|their|our) |^(?:a|the) spokes(?:man|woman|person)$", re.IGNORECASE)


_ITS_SPEAKER = re.compile(
    r"its (?:[\w-]+ )?(?:solicitor|lawyer|barrister|director|manager|chair\w*|secretary|spokes\w+|chief|executive|"
    r"president|owner|head|leader|founder|officer|clerk|minister|mayor|agent)$",
    re.IGNORECASE,
)


class Voices(NamedTuple):
    """Who may stand behind a sentence that does not name its promisor; each may be empty.

    said_by    who says it, as the text puts it
    topic      the promisor named last, and where
    publisher  who put the announcement out
    mentions   what else the announcement names; None for a sentence by itself
    is_news    the publisher tells of others
    """

    said_by: str = ""
    topic: Mention = NOBODY
    publisher: str = ""
    mentions: Mentions | None = None
    is_news: bool = False

    def speaker(self, at: int) -> str:
        """Who says a sentence that ends at an offset, by the fullest name that the text has given until then."""
        owner = self._owner(at) if _FOR_SOMEBODY.match(self.said_by) else ""
        return f"{owner} ({self.said_by})" if owner else self.full_name(self.said_by, at)

    def _owner(self, at: int) -> str:
        """Whose "its director" or "our director" is."""
        if self.said_by.lower().startswith("our "):
            return "" if self.is_news else self.publisher
        owner = self.stands_for("it", at) or self.institution(at)
        return "" if self.is_news and owner == self.publisher else owner

    def full_name(self, name: str, at: int) -> str:
        """The fullest name given until an offset to who is named; "its director" with whose that is."""
        owner = self._owner(at) if _ITS_SPEAKER.match(name) else ""
        if owner and "(" not in owner:
            return f"{owner} ({name})"
        return self.mentions.full_name(name, at) if self.mentions else name

    def is_quoted(self, at: int) -> bool:
        """True within quote marks, and wherever nothing is known of the text around."""
        return self.mentions is None or self.mentions.is_quoted(at)

    def is_name(self, word: str) -> bool:
        """True where the announcement writes a word with a capital within a sentence, or nothing of it is known."""
        return self.mentions is None or self.mentions.is_name(word) or word in self.publisher

    def stands_for(self, pronoun: str, at: int) -> str:
        """Whom a pronoun means at an offset: who of its kind was named last; empty where nobody was."""
        if not self.mentions:
            return ""
        named = self.mentions.antecedent(pronoun, at)
        return named.name

    def institution(self, at: int) -> str:
        """What "it" means at an offset: the promisor or institution named last, else the publisher or letterhead."""
        named = self.mentions.institution(at) if self.mentions else NOBODY
        head = self.mentions.letterhead if self.mentions else ""
        return max(self._topic, named).name or self.publisher or head

    def actor_in_news(self, at: int) -> str:
        """Who was named last, in news, which tell of others; empty elsewhere."""
        named = self.mentions.actor(at) if self.mentions else NOBODY
        return max(self._topic, named).name if self.is_news else ""

    def stem(self, at: int) -> str:
        """Who acts in the line that a list hangs on which stands at an offset: "Straker has undertaken as follows"."""
        return self.mentions.stem(at) if self.mentions else ""

    @property
    def _topic(self) -> Mention:
        return self.topic if is_sensible(self.topic.name) else NOBODY

    def parties(self) -> str:
        """Who signed the agreement that the announcement tells of."""
        return self.mentions.parties if self.mentions else ""
