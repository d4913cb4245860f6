"""`stop nou eens met die berichten man`: in many words and several languages, a stop that is about nothing else."""

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
        "stuur niets meer, stuur niks meer, niet meer sturen, laat met rust, afmelden, uitschrijven, schrijf uit",
        "no more *, dont want *, don t want *, do not want *, dont send *, don t send *, unsubscribe, leave me alone",
        "stopp, aufhören, hör auf, hören auf, lass mich in ruhe, keine * mehr, will keine *, möchte keine *, abmelden",
        "dur, durun, durdur, durdurun, * istemiyorum, * gönderme, * göndermeyin, * atma, * atmayın",
        "przestań, przestan, przestańcie, zatrzymaj, nie chcę *, nie chce *, nie wysyłaj *, wypisz mnie",
        "توقف, توقفوا, أوقف *, اوقف *, لا أريد *, لا اريد *, لا ترسل *, لا ترسلوا *",
    )
    for phrase in phrases.split(", ")
)
_BESIDE = frozenset(
    words_of(
        "met er mee ermee al die deze dat de het alle alles je jouw jullie u uw mij me ik wil van te "
        "sturen stuur krijgen ontvangen nu nou maar eens even direct graag meer echt gewoon gelijk "
        "aub svp s v p ajb alsjeblieft alstublieft hoor man joh gek zeg a u b "
        "i any more anymore sending texting messaging these those this the your all me please now it to from you "
        "ich bitte mit den diesen die mir zu schicken senden mehr endlich jetzt erhalten bekommen von euch ihnen sie "
        "artık artik bana bu daha fazla lütfen lutfen "
        "mi do mnie już juz więcej wiecej wysyłać wysylac dostawać otrzymywać tych te proszę prosze od was z tymi "
        "عن إرسال ارسال لي هذه بعد الآن الان من فضلك منكم المزيد أي"
    )
) | {"*"}
MOST_WORDS = 12


def is_enough(text: str) -> bool:
    words = words_of(text)
    if "?" in text or "؟" in text or len(words) > MOST_WORDS:
        return False
    said = frozenset("*" if word in _MESSAGES else word for word in words)
    return any(phrase <= said <= phrase | _BESIDE for phrase in _ENOUGH)
