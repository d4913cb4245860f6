"""The language of a message, short ones above all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from messages.understanding.language import language_of

WRITTEN_IN = (
    ("en", "can i get money for isolation?"),
    ("en", "how much does a heat pump cost"),
    ("en", "is a heat pump noisy"),
    ("en", "when is the meeting"),
    ("en", "what is a heat network?"),
    ("en", "I rent my house, what can I do"),
    ("en", "do I have to leave gas"),
    ("en", "where can I apply for the subsidy?"),
    ("en", "hello, can someone help me"),
    ("en", "thanks!"),
    ("en", "heat pump price"),
    ("en", "is it mandatory"),
    ("en", "will my rent go up"),
    ("en", "who can I call?"),
    ("en", "are you a robot?"),
    ("en", "what about solar panels"),
    ("en", "does it work when it freezes"),
    ("en", "my energy bill is too high"),
    ("en", "how do i cook without gas"),
    ("en", "I don't understand"),
    ("tr", "Kira evinde oturuyorum, ne yapabilirim?"),
    ("tr", "ısı pompası ne kadar"),
    ("tr", "isi pompasi pahali mi"),
    ("tr", "toplantı ne zaman"),
    ("tr", "doğalgazdan çıkmak zorunlu mu"),
    ("tr", "subvansiyon var mı"),
    ("tr", "evim için ne yapabilirim"),
    ("tr", "kiram artacak mı"),
    ("tr", "merhaba"),
    ("tr", "teşekkürler"),
    ("tr", "Yalıtım için para alabilir miyim"),
    ("de", "Was kostet eine Wärmepumpe?"),
    ("de", "was kostet das"),
    ("de", "ist die Wärmepumpe laut?"),
    ("de", "wann ist die Versammlung"),
    ("de", "Ich wohne zur Miete, was kann ich tun"),
    ("de", "muss ich vom Gas weg"),
    ("de", "Gibt es einen Zuschuss für Dämmung?"),
    ("de", "wie funktioniert ein Wärmenetz"),
    ("de", "bist du ein Mensch"),
    ("de", "danke schön"),
    ("pl", "ile kosztuje pompa ciepła"),
    ("pl", "ile kosztuje pompa ciepla"),
    ("pl", "czy dostanę dotację na ocieplenie?"),
    ("pl", "kiedy jest spotkanie"),
    ("pl", "wynajmuję mieszkanie, co mogę zrobić"),
    ("pl", "czy muszę zrezygnować z gazu"),
    ("pl", "dziękuję"),
    ("pl", "dzień dobry"),
    ("pl", "jak dziala pompa ciepla"),
    ("ar", "كم تكلفة المضخة الحرارية؟"),
    ("ar", "هل يمكنني الحصول على دعم للعزل؟"),
    ("ar", "متى الاجتماع"),
    ("ar", "أنا مستأجر"),
    ("ar", "شكرا"),
    ("uk", "скільки коштує тепловий насос"),
    ("uk", "коли зустріч"),
    ("uk", "дякую"),
    ("uk", "чи можу я отримати субсидію"),
    ("ru", "сколько стоит тепловой насос"),
    ("ru", "когда собрание"),
    ("fr", "combien coûte une pompe à chaleur"),
    ("fr", "est-ce que je dois quitter le gaz?"),
    ("fr", "je suis locataire, que puis-je faire"),
    ("fr", "quand est la réunion"),
    ("fr", "merci beaucoup"),
    ("es", "cuanto cuesta una bomba de calor"),
    ("es", "¿puedo obtener una ayuda?"),
    ("so", "waa imisa qiimaha"),
    ("fa", "هزینه پمپ حرارتی چقدر است"),
    ("ti", "ክንደይ ዋግኡ"),
    ("nl", "isde??"),
    ("nl", "warmtepomp subsidie"),
    ("nl", "gaslucht"),
    ("nl", "ff vragen"),
    ("nl", "wat kost dat"),
    ("nl", "hoi"),
    ("nl", "is dat duur"),
    ("nl", "wamtenet kosta"),
    ("nl", "mag mn duif op de buitenunit"),
    ("nl", "dank je wel"),
    ("nl", "hoe laat"),
    ("nl", "wtf"),
    ("nl", "salderen stopt wnr"),
    ("nl", "haha top"),
    ("nl", "ok"),
    ("nl", "👍"),
    ("nl", ""),
    ("nl", "is het warm"),
    ("nl", "warmtenet"),
    ("nl", "airco"),
    ("nl", "wat is hybride"),
    ("nl", "die man is in de war"),
    ("nl", "top!"),
    ("nl", "3-1!!! wat een goal"),
    ("nl", "eid mubarak lieve buren"),
    ("nl", "was dat nou echt nodig"),
    ("nl", "de was hangt buiten"),
    ("nl", "bot stil aub"),
    ("nl", "hallo"),
    ("nl", "de bill is hoog"),
    ("nl", "happy new year buren!"),
    ("nl", "die die in de war was"),
    ("nl", "heat pump of hybride, wat is beter voor ons huis"),
    ("nl", "wie heeft een ladder"),
    ("nl", "fan van inductie"),
    ("nl", "sorry"),
    ("nl", "thanks buren!"),
    ("nl", "isolatie vloer"),
    ("nl", "kan dat"),
    ("nl", "mijn man is op het dak"),
    ("nl", "energielabel A"),
    ("nl", "VvE"),
    ("nl", "wp en pv"),
    ("nl", "pannen op inductie"),
    ("nl", "nee"),
    ("nl", "ja"),
)


@pytest.mark.parametrize(("language", "text"), WRITTEN_IN)
def test_the_language_of_a_message_is_told(language: str, text: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize("text", ["", "👍", "3-1!!!", "isde??", "xyzzy"])
def test_what_tells_nothing_is_in_the_default_language(text: str) -> None:
    assert language_of(text, default="tr") == "tr"


def test_dutch_is_told_where_another_language_is_the_default() -> None:
    assert language_of("wat kost zo'n warmtepomp eigenlijk", default="en") == "nl"


@given(st.text())
def test_any_text_has_a_language(text: str) -> None:
    assert language_of(text).isalpha()
