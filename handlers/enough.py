"""`stop nou eens met die berichten man`: in many words and several languages, a stop that is about nothing else."""

import re

from handlers.likeness import words_of

# Whatever the messages are called; `*` below.
_MESSAGES = frozenset(
    words_of(
        "bericht berichten berichtjes melding meldingen appje appjes mails mailtjes spam "
        "message messages text texts notifications nachricht nachrichten benachrichtigungen "
        "mesaj mesajı mesajlar mesajları wiadomość wiadomości wiadomosci powiadomień رسالة رسائل الرسائل رسائلك"
    )
)

# All the words of one of these, in any order, and besides them only those below. A line for each language.
_ENOUGH = tuple(
    frozenset(phrase.split())
    for phrases in (
        "stop, stoppen, hou op, houd op, ophouden, kappen, kap *, kap ermee, geen * meer, wil geen *, stuur geen *, "
        "stuur niets meer, stuur niks meer, niet meer sturen, laat met rust, afmelden, uitschrijven, schrijf uit, "
        "ga weg, weggaan, wees stil, stil zijn, ben je stil, hou je stil, zwijg, zwijgen",
        "no more *, dont want *, don t want *, do not want *, dont send *, don t send *, unsubscribe, leave me alone, "
        "be quiet, go away",
        "stopp, aufhören, hör auf, hören auf, lass mich in ruhe, keine * mehr, will keine *, möchte keine *, abmelden, "
        "sei still, still sein, geh weg",
        "dur, durun, durdur, durdurun, sus, susun, * istemiyorum, * gönderme, * göndermeyin, * atma, * atmayın",
        "przestań, przestan, przestańcie, zatrzymaj, nie chcę *, nie chce *, nie wysyłaj *, wypisz mnie, "
        "bądź cicho, badz cicho",
        "توقف, توقفوا, أوقف *, اوقف *, لا أريد *, لا اريد *, لا ترسل *, لا ترسلوا *",
    )
    for phrase in phrases.split(", ")
)
_BESIDE = frozenset(
    words_of(
        "met er mee ermee al die deze dat de het alle alles je jouw jullie u uw mij me ik wil van te "
        "sturen stuur krijgen ontvangen nu nou maar eens even direct graag meer echt gewoon gelijk "
        "toch weer aub svp s v p ajb alsjeblieft alstublieft hoor man joh gek zeg a u b "
        "i any more anymore sending texting messaging these those this the your all me please now it to from you "
        "ich bitte mit den diesen die mir zu schicken senden mehr endlich jetzt erhalten bekommen von euch ihnen sie "
        "artık artik bana bu daha fazla lütfen lutfen "
        "mi do mnie już juz więcej wiecej wysyłać wysylac dostawać otrzymywać tych te proszę prosze od was z tymi "
        "عن إرسال ارسال لي هذه بعد الآن الان من فضلك منكم المزيد أي"
    )
) | {"*"}
MOST_WORDS = 12
# Who asks for it kindly asks no question: `kun je stoppen met die berichten?`
_KINDLY = re.compile(
    r"\s*(?:(?:kun|kan|wil|zou) (?:je|jij|u)|(?:can|could|will|would) you|(?:kannst|könntest) du)\b", re.IGNORECASE
)


def is_enough(text: str) -> bool:
    is_kind = _KINDLY.match(text)
    words = words_of(text[is_kind.end() :] if is_kind else text)
    if (not is_kind and ("?" in text or "؟" in text)) or len(words) > MOST_WORDS:
        return False
    said = frozenset("*" if word in _MESSAGES else word for word in words)
    return any(phrase <= said <= phrase | _BESIDE for phrase in _ENOUGH)
