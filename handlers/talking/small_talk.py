"""What people say to be kind, and what holds no words: a greeting, a thank you, a thumb, a number, a photo."""

import re
from collections.abc import Collection, Sequence
from itertools import dropwhile

from handlers.asked import SILENCE, Asked
from handlers.chats.contacts import about_contact, or_contact
from handlers.likeness import is_like, words_of
from handlers.talking.helping import greet
from messages.phrases import phrases, single_words
from messages.reply import Reply, say
from messages.wording import word
from storage import Store

MOST_THANKS = 15  # words
# `super fijn dat dit er is`, `wat een handige bot`, `complimenten voor henk`
_PRAISE = re.compile(
    r"(?:(?:wat|heel|super|echt|erg|zo|een|dit|dat|is|je bent|jij bent|you are) ?)*\b"
    r"(?:fijne?|leuke?|mooie?|handige?|geweldige?|gezellige?|toffe?|gaaf|top|lief|knap|complimenten|goed bezig|"
    r"goed gedaan|goe(?:ie|de) vraag|goed (?:antwoord|zo)|well done|great)\b.*",
    re.IGNORECASE | re.DOTALL,
)
_NEWS = re.compile(r"\b(?:dat )?(?:wist ik|had ik)\b.*\bniet\b", re.IGNORECASE)  # `mooi, dat wist ik nog niet`
_MY_NAME = re.compile(
    r"(?:(?:met|ik ben|mijn naam is|ik heet) [^\W\d]+(?: [^\W\d]+){0,2}|"
    r"(?:je|u) spreekt met [^\W\d]+(?: [^\W\d]+){0,3})"
    r"(?: (?:van|op) nummer \d{1,4})?(?: (?:en )?ik ben \d{1,3}(?: jaar)?(?: oud)?)?"
)
# `antwoord 1`, `optie 2`, `nr. 3`: a number all the same.
NUMBERED = r"(?:(?:antwoord|nummer|nr|optie|keuze|answer|number|option)\.?\s+)?"
_NUMBER = re.compile(rf"\s*{NUMBERED}\d{{1,3}}\s*[.)!]?\s*", re.IGNORECASE)
# `om half acht`, `20.00 uur`: to whom no time was asked that is no question, though entries tell of hours.
_HOUR = r"(?:\d{1,2}|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf)"
_TIME = re.compile(
    r"(?:(?:om|rond|tegen) )?"
    rf"(?:(?:half|kwart voor|kwart over) {_HOUR}|{_HOUR} (?:uur|u)|\d{{1,2}}[.:]\d\d(?: ?(?:uur|u))?)[ .!]*",
    re.IGNORECASE,
)
_WONDERS = re.compile(r"[\s?!.]*\?[\s?!.]*")
_DISPLEASURE = re.compile("[👎😡🤬😠😤🙄😒]")
_LAUGHTER = re.compile("[😂🤣😆😅😹]")
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
    if _LAUGHTER.search(asked.incoming.text):
        return say(asked.word("laughing"))
    if _DISPLEASURE.search(asked.incoming.text):
        return say(f"{asked.word('cross')} {about_contact(asked)}".strip())
    if _WONDERS.fullmatch(asked.incoming.text):
        return say(f"{asked.word('unclear')} {or_contact(asked)}".strip())
    return say(asked.word("welcome-back" if _APPLAUSE.search(asked.incoming.text) else "only-text"))


def return_kindness(asked: Asked, store: Store) -> Reply | None:
    """A greeting is returned; thanks too, but not in a group, where it would be noise. A lone `ja` is asked about."""
    if asked.command or not asked.incoming.addressed:
        return None
    in_order = asked.words
    if _is_greeting(in_order) or is_like(asked.question, phrases("small_talk.how-are-you")):
        return _greet(asked)
    if is_like(asked.question, phrases("small_talk.are-you-there")):
        return say(asked.word("here"))
    if is_like(asked.question, phrases("small_talk.who-are-you")):
        return say(asked.word("hello")) if asked.in_group else greet(asked)
    is_no_more = is_only(in_order, "small_talk.thanks", beside="small_talk.beside-thanks")
    if is_no_more or is_like(asked.question, phrases("small_talk.kind-words")):
        return _welcome(asked)
    return say(asked.word("bare-answer")) if is_bare_answer(asked) else None


def return_thanks(asked: Asked, store: Store) -> Reply | None:
    """Praise, and thanks with more behind it, in which no question was found."""
    if asked.command or not asked.incoming.addressed or not asked.words or _asks(asked):
        return None
    return _welcome(asked) if _begins_with_thanks(asked) or _is_praise(asked) else None


def is_bare_answer(asked: Asked) -> bool:
    """A lone `ja`, `nee hoor`, or a time."""
    said = asked.words
    is_time = _TIME.fullmatch(asked.question.strip()) is not None
    return is_time or is_only(said, "small_talk.bare-answers", beside="small_talk.beside-bare-answers")


def is_thanks(asked: Asked) -> bool:
    """`dank je`, `bedankt Henk voor de hulp`, or a thumb."""
    said = asked.words
    if not said:
        return _APPLAUSE.search(asked.question) is not None
    is_no_more = is_only(said, "small_talk.thanks", beside="small_talk.beside-thanks")
    return is_no_more or (_begins_with_thanks(asked) and not _asks(asked))


def _begins_with_thanks(asked: Asked) -> bool:
    return asked.words[0] in single_words("small_talk.thanks-first")


def _asks(asked: Asked) -> bool:
    words = asked.words
    is_asking = "?" in asked.question or not single_words("small_talk.asking").isdisjoint(words)
    return is_asking or len(words) > MOST_THANKS


def _is_praise(asked: Asked) -> bool:
    words = words_of(_NEWS.sub("", asked.question))
    return bool(_PRAISE.fullmatch(asked.question.strip())) and single_words("small_talk.no-praise").isdisjoint(words)


def is_only(said: Collection[str], kind: str, *, beside: str) -> bool:
    """Words of one kind, and none but those and what goes with them."""
    words = single_words(kind)
    return not words.isdisjoint(said) and (words | single_words(beside)).issuperset(said)


def without_greeting(asked: Asked) -> str:
    """`hoi bot, ik heb een vraag` is `ik heb een vraag`."""
    greetings = single_words("small_talk.greetings")
    around = greetings | single_words("small_talk.beside-greetings")
    if not asked.words or asked.words[0] not in around or greetings.isdisjoint(asked.words):
        return asked.question
    return " ".join(dropwhile(lambda part: around.issuperset(words_of(part)), asked.question.split()))


def _welcome(asked: Asked) -> Reply:
    """In the language of the thanks, where the bot knows so much of it."""
    return SILENCE if asked.in_group else say(word(asked.languages[0], "welcome-back"))


def _is_greeting(said: Sequence[str]) -> bool:
    """`hoi bot`, and dictated: `goedemiddag straatbot komma ik ben henk punt`."""
    greetings, dictated = single_words("small_talk.greetings"), single_words("small_talk.dictated")
    around = greetings | single_words("small_talk.beside-greetings") | dictated
    greeted = [one for one in said if one not in around]
    is_name = _MY_NAME.fullmatch(" ".join(greeted)) is not None
    is_hello = not greetings.isdisjoint(said) or greeted[1:3] == ["spreekt", "met"]
    return is_hello and (not greeted or is_name)


def _greet(asked: Asked) -> Reply:
    if asked.in_group:
        return say(asked.word("ask-away"))
    return greet(asked)
