"""Who is lost, cross, amused, coming along or leaving says so in few words: that is no question, and is not kept."""

import re
from collections.abc import Collection
from functools import cache

from handlers.asked import SILENCE, Asked
from handlers.chats.contacts import about_contact, is_me, or_contact
from handlers.likeness import is_like, words_of
from handlers.talking.small_talk import is_only, without_greeting
from messages.phrases import phrases, single_words
from messages.reply import Reply, say
from storage import Store

# `ik kom ook met 2 kinderen`
_COMES_WITH = re.compile(
    r"(?:ik kom|(?:wij|we) komen)(?: (?:ook|zeker|graag|gezellig|wel))*"
    r" met (?:z n|zn|zijn|mijn|\d+|een|twee|drie|vier|vijf|zes) (?!vraag)\w+(?: \w+)?"
)
# `meld mij aan voor de borrel`, but not for the messages of the street
_SIGNS_UP = re.compile(
    r"(?:(?:ik wil|wij willen|we willen|graag|kan ik|mag ik|kun je|wil je) )*(?:(?:meld|schrijf|geef|zet) )?"
    r"(?:mij|me|ons) (?:(?:ook|even|maar|alvast|graag) )*"
    r"(?:aan|in|op|op de lijst|aanmelden|opgeven|inschrijven) voor (?!.*\bbericht).*"
)
_FOR_WHAT = re.compile(r" (?:voor|naar|bij|op) .*")
# `mijn kleinzoon zegt dat ik u iets mag vragen`
_ABOUT_TO_ASK = re.compile(r".*\b(?:iets|wat|een vraag) (?:kan|mag|wil|wou|wilde|kon) (?:vragen|stellen)")
_WELL = re.compile(r"^(?:ok|oke|oké|nou|goed|prima|top) ")
_DRAWN_OUT = re.compile(r"(\w)\1+")  # `pffff`, `hmmm`
_LAUGHS = re.compile(r"(?:ha){2,}h?|(?:hi){2,}|lo+l")


def answer_feelings(asked: Asked, store: Store) -> Reply | None:
    if asked.command or not asked.incoming.addressed or asked.incoming.choice:
        return None
    said = _without_sigh(without_greeting(asked))
    words = asked.words if said is asked.question else tuple(words_of(said))
    in_words = " ".join(words)
    return (
        _answer_mood(asked, said, words)
        or _answer_plans(asked, said, in_words)
        or _answer_manners(asked, said, in_words)
        or _answer_a_sound(asked, " ".join(asked.words))
    )


def _without_sigh(said: str) -> str:
    """`pfff wat een gedoe` is `wat een gedoe`."""
    first, _, rest = said.partition(" ")
    return rest if rest and _drawn_in(" ".join(words_of(first))) in _sighs() else said


def _answer_mood(asked: Asked, said: str, words: Collection[str]) -> Reply | None:
    if is_like(said, phrases("feelings.not-clear")):
        return say(f"{asked.word('unclear')} {or_contact(asked)}".strip())
    if is_like(said, phrases("feelings.cross")) or _scolds(said, words):
        return say(f"{asked.word('cross')} {about_contact(asked)}".strip())
    if is_like(said, phrases("feelings.worried")):
        return say(f"{asked.word('worried')} {or_contact(asked)}".strip())
    return None


def _answer_plans(asked: Asked, said: str, in_words: str) -> Reply | None:
    if is_like(said, phrases("feelings.not-coming")):
        return say(asked.word("not-coming", contact=_contact(asked)))
    is_coming = is_like(said, phrases("feelings.coming")) or _COMES_WITH.fullmatch(in_words)
    if is_coming or _SIGNS_UP.fullmatch(in_words):
        return say(asked.word("coming", contact=_contact(asked)))
    if is_like(_FOR_WHAT.sub("", in_words), phrases("feelings.who-comes")):
        return say(asked.word("no-list", contact="" if is_me(asked) else _contact(asked)))
    return None


def _answer_manners(asked: Asked, said: str, in_words: str) -> Reply | None:
    if is_like(said, phrases("feelings.about-to-ask")) or _ABOUT_TO_ASK.fullmatch(in_words):
        return say(asked.word("ask-away" if asked.in_group else "private-here"))
    if is_like(_WELL.sub("", in_words), phrases("feelings.leaving")):
        return say(asked.word("leaving"))
    return None


def _answer_a_sound(asked: Asked, said: str) -> Reply | None:
    """`haha`, `pfff`: in a group nobody waits for an answer to that."""
    if _laughs(said):
        return SILENCE if asked.in_group else say(asked.word("laughing"))
    if said in phrases("feelings.shrugging"):
        return SILENCE if asked.in_group else say(asked.word("never-mind"))
    if said and _sighs().issuperset(_drawn_in(said).split()):
        return SILENCE if asked.in_group else say(f"{asked.word('sighing')} {or_contact(asked)}".strip())
    return None


def _laughs(said: str) -> bool:
    """`hahaha`, `lol wat saai`, but not `haha, en wat kost dat`."""
    words = said.split()
    rest = [word for word in words if not _LAUGHS.fullmatch(word)]
    others = {*phrases("feelings.laughing"), *phrases("feelings.shrugging"), *_sighs()}
    others |= single_words("small_talk.thanks") | single_words("small_talk.beside-thanks")
    return said in phrases("feelings.laughing") or (len(rest) < len(words) and others.issuperset(rest))


@cache
def _sighs() -> frozenset[str]:
    return frozenset(map(_drawn_in, single_words("feelings.sighing")))


def _drawn_in(said: str) -> str:
    """`pffff` and `pff` are `pf`."""
    return _DRAWN_OUT.sub(r"\1", said)


def _scolds(said: str, words: Collection[str]) -> bool:
    """`wat een waardeloze bot zeg`, `wat een rotding ben jij`, but not `is dat slecht?`."""
    return "?" not in said and is_only(words, "feelings.scolding", beside="feelings.beside-scolding")


def _contact(asked: Asked) -> str:
    return asked.street.contact_name if asked.street else ""
