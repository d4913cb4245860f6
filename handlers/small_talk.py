"""What people say to be kind, and what holds no words: a greeting, a thank you, a thumb, a number, a photo."""

import re

from handlers.asked import SILENCE, Asked
from handlers.helping import greet
from handlers.likeness import words_of
from messages.reply import Reply, say
from storage import Store

GREETINGS = frozenset(
    words_of(
        "hoi hallo hey hee hi hello goedemorgen goedemiddag goedenavond goeiemorgen goeiemiddag goeienavond "
        "goededag moin merhaba selam salam"
    )
)
BESIDE_A_GREETING = frozenset(words_of("daar bot straatbot allemaal iedereen there allen beste"))
THANKS = frozenset(
    words_of(
        "bedankt dank dankje dankjewel dankuwel thanks thank thx merci top super fijn prima oke oké okay ok "
        "duidelijk helder mooi"
    )
)
BESIDE_THANKS = frozenset(
    words_of(
        "je jij u you wel hoor voor de het hulp antwoord uitleg heel erg veel vriendelijk hartelijk is goed nu dat "
        "for your help so much bot straatbot"
    )
)
BARE_ANSWERS = frozenset(words_of("ja jawel jazeker nee neen misschien yes no maybe"))
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
    words = set(words_of(asked.question))
    if words & GREETINGS and words <= GREETINGS | BESIDE_A_GREETING:
        return _greet(asked)
    if words & THANKS and words <= THANKS | BESIDE_THANKS:
        return SILENCE if asked.in_group else say(asked.word("welcome-back"))
    if words & BARE_ANSWERS and words <= BARE_ANSWERS | {"hoor"}:
        return say(asked.word("bare-answer"))
    return None


def _greet(asked: Asked) -> Reply:
    if asked.in_group:
        return say(asked.word("ask-away"))
    return greet(asked)
