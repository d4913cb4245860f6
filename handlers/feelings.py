"""Who is lost, cross, amused, coming along or leaving says so in few words: that is no question, and is not kept."""

import re

from handlers.asked import Asked
from handlers.contacts import about_contact, or_contact
from handlers.likeness import is_like, words_of
from messages.reply import Reply, say
from storage import Store

NOT_CLEAR = (
    "ik snap het niet",
    "ik snap er niks van",
    "ik begrijp het niet",
    "ik begrijp er niets van",
    "dat snap ik niet",
    "dat begrijp ik niet",
    "wat betekent dat",
    "wat bedoel je",
    "wat bedoel je daarmee",
    "te moeilijk",
    "dat is te moeilijk",
    "kun je dat uitleggen",
    "kan dat makkelijker",
    "in gewone taal graag",
    "je snapt er niks van",
    "je begrijpt me niet",
    "je weet het dus ook niet",
    "i do not understand",
    "i don t understand",
    "what do you mean",
    "anlamadım",
    "tek kelime anlamadım",
    "ich verstehe das nicht",
    "nie rozumiem",
    "لم أفهم",
)
CROSS = (
    "wat een onzin",
    "onzin",
    "dit slaat nergens op",
    "je hebt het fout",
    "je hebt het weer fout",
    "flauwekul",
    "gelul",
    "wat een gelul",
    "allemaal onzin",
    "allemaal oplichterij",
    "het is allemaal oplichterij",
    "wat een oplichters",
    "belachelijk",
    "dit is belachelijk",
    "waardeloos",
    "wat een waardeloos ding",
    "stomme bot",
    "domme bot",
    "rotbot",
    "kutbot",
    "wat ben jij dom",
    "je bent dom",
    "je bent waardeloos",
    "hier heb ik niks aan",
    "daar heb ik niks aan",
    "ik ben boos",
    "ik ben boos op jullie",
    "niemand luistert",
    "jullie luisteren niet",
    "dat helpt niet",
    "hier heb ik niets aan",
    "ik ben het zat",
    "ik word hier niet goed van",
    "hou je bek",
    "hou je mond",
    "rot op",
    "val dood",
    "bullshit",
    "this is nonsense",
    "stupid bot",
)
COMING = (
    "ik kom",
    "ik kom ook",
    "ik kom wel",
    "wij komen",
    "we komen",
    "wij komen ook",
    "ik ben erbij",
    "wij zijn erbij",
    "ik doe mee",
    "wij doen mee",
    "ik kom met z n tweeën",
    "wij komen met z n tweeën",
    "i will come",
    "i am coming",
)
NOT_COMING = (
    "ik kom niet",
    "ik kan niet komen",
    "ik kan helaas niet komen",
    "wij komen niet",
    "wij kunnen niet komen",
    "ik kom ook niet",
    "ik ben er niet bij",
    "ik kan er niet bij zijn",
    "wij kunnen er niet bij zijn",
    "i cannot come",
)
ABOUT_TO_ASK = (
    "ik heb een vraag",
    "ik heb een vraagje",
    "ik had een vraag",
    "ik had nog een vraagje",
    "mag ik iets vragen",
    "mag ik wat vragen",
    "mag ik je iets vragen",
    "kan ik je iets vragen",
    "can i ask something",
)
LEAVING = (
    "doei",
    "doeg",
    "doeidoei",
    "dag",
    "daag",
    "dag hoor",
    "later",
    "houdoe",
    "ciao",
    "bye",
    "goodbye",
    "tot ziens",
    "tot later",
    "tot straks",
    "tot gauw",
    "tot dan",
    "fijne dag",
    "fijne avond",
    "fijne dag nog",
    "fijne avond nog",
    "nog een fijne dag",
    "nog een fijne avond",
    "prettige dag",
    "prettige avond",
    "fijn weekend",
    "welterusten",
    "slaap lekker",
    "goedenacht",
    "tschüss",
    "görüşürüz",
)
# `ik kom ook met 2 kinderen`
_COMES_WITH = re.compile(
    r"(?:ik kom|(?:wij|we) komen)(?: (?:ook|zeker|graag|gezellig|wel))*"
    r" met (?:z n|zn|zijn|mijn|\d+|een|twee|drie|vier|vijf|zes) (?!vraag)\w+(?: \w+)?"
)
_WELL = re.compile(r"^(?:ok|oke|oké|nou|goed|prima|top) ")
# `wat een waardeloze bot zeg`, `super slecht antwoord dit`
_SCOLDS = re.compile(
    r"(?:(?:wat|heel|super|echt|erg|zo|een|dit|dat|is|je bent|jij bent) )*"
    r"(?:slechte?|waardeloze?|waardeloos|belachelijke?|stomme?|domme?|irritante?|nutteloze?|nutteloos|vervelende?)"
    r"(?: (?:bot|straatbot|ding|antwoord|antwoorden|dit|dat|zeg|hoor))*",
)
_LAUGHS = re.compile(
    r"(?:ha){2,}h?|(?:hi){2,}|lo+l|lmao|rofl|grapjas|grappig|grapje|ok(?:é|ay)? boomer|boeiend|saai|cool|vet|k",
    re.IGNORECASE,
)


def answer_feelings(asked: Asked, store: Store) -> Reply | None:
    if asked.command or not asked.incoming.addressed or asked.incoming.choice:
        return None
    said = asked.question
    in_words = " ".join(words_of(said))
    if is_like(said, NOT_CLEAR):
        return say(f"{asked.word('unclear')} {or_contact(asked)}".strip())
    if is_like(said, CROSS) or _SCOLDS.fullmatch(in_words):
        return say(f"{asked.word('cross')} {about_contact(asked)}".strip())
    if is_like(said, NOT_COMING):
        return say(asked.word("not-coming", contact=_contact(asked)))
    if is_like(said, COMING) or _COMES_WITH.fullmatch(in_words):
        return say(asked.word("coming", contact=_contact(asked)))
    if is_like(said, ABOUT_TO_ASK):
        return say(asked.word("ask-away" if asked.in_group else "private-here"))
    if is_like(_WELL.sub("", in_words), LEAVING):
        return say(asked.word("leaving"))
    return say(asked.word("never-mind")) if _LAUGHS.fullmatch(in_words) else None


def _contact(asked: Asked) -> str:
    return asked.street.contact.name if asked.street and asked.street.contact else ""
