"""What people say to be kind, and what holds no words: a greeting, a thank you, a thumb, a number, a photo."""

import re

from handlers.asked import SILENCE, Asked
from handlers.helping import greet
from handlers.likeness import is_like, words_of
from messages.reply import Reply, say
from messages.wording import word
from storage import Store

GREETINGS = frozenset(
    words_of(
        "hoi hallo hey hee hi hello goedemorgen goedemiddag goedenavond goeiemorgen goeiemiddag goeienavond "
        "goededag moin merhaba selam salam yo hai ola heya hoihoi"
    )
)
BESIDE_A_GREETING = frozenset(words_of("daar bot straatbot allemaal iedereen there allen beste"))
THANKS = frozenset(
    words_of(
        "bedankt dank dankje dankjewel dankuwel thanks thank thx merci top super fijn prima oke oké okay ok "
        "duidelijk helder mooi tnx thnx teşekkürler teşekkür tesekkurler tesekkur sağol sagol sağ "
        "danke dankeschön vielen dziękuję dziekuje dzięki شكرا"
    )
)
BESIDE_THANKS = frozenset(
    words_of(
        "je jij u you wel hoor voor de het hulp antwoord uitleg heel erg veel vriendelijk hartelijk is goed nu dat "
        "for your help so much bot straatbot ederim çok ol schön sehr bardzo جزيلا"
    )
)
# Who says one of these first says no more than thanks, whatever comes behind it: `dank je wel jongen`.
THANKS_FIRST = THANKS & frozenset(
    words_of("bedankt dank dankje dankjewel dankuwel thanks thank thx tnx thnx merci teşekkürler teşekkür danke")
)
MOST_THANKS = 15  # words
# `super fijn dat dit er is`, `wat een handige bot`, `complimenten voor henk`
_PRAISE = re.compile(
    r"(?:(?:wat|heel|super|echt|erg|zo|een|dit|dat|is|je bent|jij bent|you are) ?)*\b"
    r"(?:fijne?|leuke?|mooie?|handige?|geweldige?|gezellige?|toffe?|gaaf|top|lief|knap|complimenten|goed bezig|"
    r"goed gedaan|well done|great)\b.*",
    re.IGNORECASE | re.DOTALL,
)
ASKING = frozenset(
    words_of(
        "hoe hoeveel wanneer waar waarom welke welk wie kost kosten mag kan kun kunt moet wil weten how when where can"
    )
)
# `fijn is anders`, `leuk, maar mijn pomp doet het niet`
NO_PRAISE = frozenset(words_of("maar niet niets niks geen nooit anders boel but not"))
_NEWS = re.compile(r"\b(?:dat )?(?:wist ik|had ik)\b.*\bniet\b", re.IGNORECASE)  # `mooi, dat wist ik nog niet`
HOW_ARE_YOU = ("hoe gaat het", "hoe gaat het met je", "alles goed", "how are you", "nasılsın", "wie geht es dir")
DICTATED = frozenset(words_of("komma punt vraagteken uitroepteken"))
_MY_NAME = re.compile(
    r"(?:(?:met|ik ben|mijn naam is|ik heet) [^\W\d]+(?: [^\W\d]+){0,2}|"
    r"(?:je|u) spreekt met [^\W\d]+(?: [^\W\d]+){0,3})(?: (?:en )?ik ben \d{1,3}(?: jaar)?(?: oud)?)?"
)
BARE_ANSWERS = frozenset(words_of("ja jawel jazeker nee neen misschien yes no maybe"))
BESIDE_A_BARE_ANSWER = frozenset(words_of("hoor is goed dat wel niet maar graag doe liever"))
# `antwoord 1`, `optie 2`, `nr. 3`: a number all the same.
NUMBERED = r"(?:(?:antwoord|nummer|nr|optie|keuze|answer|number|option)\.?\s+)?"
_NUMBER = re.compile(rf"\s*{NUMBERED}\d{{1,3}}\s*[.)!]?\s*", re.IGNORECASE)
_APPLAUSE = re.compile("[👍👌🙏💪👏😀-😊🙂🤗❤💚🎉]")


def answer_wordless(asked: Asked, store: Store) -> Reply | None:
    """A photo, a sticker, a voice message, a lone emoji or a number: nothing that the bot can read."""
    is_number = _NUMBER.fullmatch(asked.incoming.text)
    if asked.command or (any(sign.isalpha() for sign in asked.incoming.text) and not is_number):
        return None
    if asked.in_group:
        # Named, and nothing more: a neighbour who wonders how it works.
        is_named = asked.incoming.addressed and not asked.incoming.text and not asked.incoming.reply_to
        return say(asked.word("ask-away")) if is_named else SILENCE
    if is_number:
        return say(asked.word("number-without-choices"))
    return say(asked.word("welcome-back" if _APPLAUSE.search(asked.incoming.text) else "only-text"))


def return_kindness(asked: Asked, store: Store) -> Reply | None:
    """A greeting is returned; thanks too, but not in a group, where it would be noise. A lone `ja` is asked about."""
    if asked.command or not asked.incoming.addressed:
        return None
    in_order = words_of(asked.question)
    words = set(in_order)
    if _is_greeting(in_order) or is_like(asked.question, HOW_ARE_YOU):
        return _greet(asked)
    if words & THANKS and words <= THANKS | BESIDE_THANKS:
        return _welcome(asked)
    if words & BARE_ANSWERS and words <= BARE_ANSWERS | BESIDE_A_BARE_ANSWER:
        return say(asked.word("bare-answer"))
    return None


def return_thanks(asked: Asked, store: Store) -> Reply | None:
    """Praise, and thanks with more behind it, in which no question was found."""
    words = words_of(asked.question)
    if asked.command or not asked.incoming.addressed or "?" in asked.question or not words or ASKING & set(words):
        return None
    is_praise = _PRAISE.fullmatch(asked.question.strip()) and NO_PRAISE.isdisjoint(
        words_of(_NEWS.sub("", asked.question))
    )
    is_kind = words[0] in THANKS_FIRST or is_praise
    return _welcome(asked) if is_kind and len(words) <= MOST_THANKS else None


def _welcome(asked: Asked) -> Reply:
    """In the language of the thanks, where the bot knows so much of it."""
    return SILENCE if asked.in_group else say(word(asked.languages[0], "welcome-back"))


def _is_greeting(said: list[str]) -> bool:
    """`hoi bot`, and dictated: `goedemiddag straatbot komma ik ben henk punt`."""
    greeted = [one for one in said if one not in GREETINGS | BESIDE_A_GREETING | DICTATED]
    is_name = _MY_NAME.fullmatch(" ".join(greeted)) is not None
    is_hello = not GREETINGS.isdisjoint(said) or greeted[1:3] == ["spreekt", "met"]
    return is_hello and (not greeted or is_name)


def _greet(asked: Asked) -> Reply:
    if asked.in_group:
        return say(asked.word("ask-away"))
    return greet(asked)
