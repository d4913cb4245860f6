"""Who is lost, cross, amused, coming along or leaving says so in few words: that is no question, and is not kept."""

import re

from handlers.asked import Asked
from handlers.chats.contacts import about_contact, is_me, or_contact
from handlers.likeness import is_like
from messages.phrases import phrases
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
# `wat een waardeloze bot zeg`, `super slecht antwoord dit`
_SCOLDS = re.compile(
    r"(?:(?:wat|heel|super|echt|erg|zo|een|dit|dat|is|je bent|jij bent) )*"
    r"(?:slechte?|waardeloze?|waardeloos|belachelijke?|stomme?|domme?|irritante?|nutteloze?|nutteloos|vervelende?)"
    r"(?: (?:bot|straatbot|ding|antwoord|antwoorden|dit|dat|zeg|hoor))*",
)
_LAUGHS = re.compile(r"(?:ha){2,}h?|(?:hi){2,}|lo+l")


def answer_feelings(asked: Asked, store: Store) -> Reply | None:
    if asked.command or not asked.incoming.addressed or asked.incoming.choice:
        return None
    said = asked.question
    in_words = " ".join(asked.words)
    if is_like(said, phrases("feelings.not-clear")):
        return say(f"{asked.word('unclear')} {or_contact(asked)}".strip())
    if is_like(said, phrases("feelings.cross")) or _SCOLDS.fullmatch(in_words):
        return say(f"{asked.word('cross')} {about_contact(asked)}".strip())
    if is_like(said, phrases("feelings.not-coming")):
        return say(asked.word("not-coming", contact=_contact(asked)))
    is_coming = is_like(said, phrases("feelings.coming")) or _COMES_WITH.fullmatch(in_words)
    if is_coming or _SIGNS_UP.fullmatch(in_words):
        return say(asked.word("coming", contact=_contact(asked)))
    if is_like(_FOR_WHAT.sub("", in_words), phrases("feelings.who-comes")):
        return say(asked.word("no-list", contact="" if is_me(asked) else _contact(asked)))
    if is_like(said, phrases("feelings.about-to-ask")) or _ABOUT_TO_ASK.fullmatch(in_words):
        return say(asked.word("ask-away" if asked.in_group else "private-here"))
    if is_like(_WELL.sub("", in_words), phrases("feelings.leaving")):
        return say(asked.word("leaving"))
    if _LAUGHS.fullmatch(in_words) or in_words in phrases("feelings.laughing"):
        return say(asked.word("never-mind"))
    return None


def _contact(asked: Asked) -> str:
    return asked.street.contact.name if asked.street and asked.street.contact else ""
