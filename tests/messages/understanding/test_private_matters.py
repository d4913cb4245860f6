"""Debts and health are recognised in the languages of the street, and are not seen where nobody speaks of them."""

import pytest

from messages.understanding.private_matters import PrivateMatter, private_matter

DEBTS = [
    "ik kan de rekening niet meer betalen",
    "wij kunnen onze energierekening nauwelijks betalen, wat nu",
    "ik heb schulden bij de energie",
    "er staat een deurwaarder aan de deur",
    "hoe regel ik schuldhulpverlening",
    "ik heb een achterstand met de huur",
    "ik sta al maanden rood",
    "we hebben geen geld om te stoken, wij dus",
    "ik kan niet rondkomen",
    "I am in debt with my energy supplier",
    "I can't pay my gas bill any more",
    "we cannot afford the heating bills this winter, my kids are cold",
    "Ich habe Schulden beim Stromanbieter",
    "ich kann meine Gasrechnung nicht bezahlen, die Rechnung ist zu hoch",
    "borcum var, ne yapabilirim",
    "faturamı ödeyemiyorum",
    "kirayı ödeyemiyoruz",
    "لا أستطيع دفع الفاتورة",
    "عندي ديون",
    "nie mogę zapłacić rachunku za gaz",
    "mam komornika na głowie, komornik przyszedł",
]
HEALTH = [
    "ik heb astma, kan ik dan een warmtepomp nemen",
    "mijn man heeft copd en het huis is koud",
    "mijn moeder is ziek en moet het warm hebben",
    "ik heb een zuurstofapparaat dat veel stroom gebruikt",
    "krijg ik vergoeding als ik chronisch ziek ben",
    "ik zit in een rolstoel en heb het steeds koud",
    "I have asthma, is ventilation safe",
    "my wife is pregnant and the house is cold",
    "ich habe Asthma, ist die Lüftung gut",
    "astımım var, havalandırma zararlı mı",
    "انا مريض والبيت بارد",
    "mam astmę, czy wentylacja jest zdrowa",
]
NOTHING_OF_THE_KIND = [
    "wat kost een warmtepomp",
    "het is de schuld van de gemeente",
    "dat is mijn schuld niet hoor",
    "wie kan de warmtenet-rekening uitleggen",
    "moet ik betalen voor het gas afsluiten",
    "hoef ik niet te betalen voor een energiecoach",
    "betaal ik minder voor mijn energierekening met zonnepanelen",
    "kan ik lenen zonder rente",
    "ik betaal mijn rekening met automatische incasso",
    "de installateur is failliet",
    "is het binnenklimaat gezond met balansventilatie",
    "krijg ik schimmel als ik isoleer",
    "ik ben ziek, ik kom morgen niet",
    "ik word er ziek van, al dat gezeur",
    "ons gas is afgesloten, wat een feest",
    "het stoplicht staat op rood",
    "how much does a heat pump cost",
    "do I have to pay to remove the gas meter",
    "who pays the bill for the district heating",
    "wer ist schuld am Lärm",
    "wie viel zahlen wir für eine Wärmepumpe",
    "ısı pompası ne kadar",
    "fatura nasıl okunur",
    "كم تكلف المضخة الحرارية",
    "ile kosztuje pompa ciepła",
    "jak długo trwa montaż, czy to długi proces",
    "",
    "🦆",
]


@pytest.mark.parametrize("text", DEBTS)
def test_debts_are_recognised(text: str) -> None:
    assert private_matter(text) is PrivateMatter.DEBTS


@pytest.mark.parametrize("text", HEALTH)
def test_health_is_recognised(text: str) -> None:
    assert private_matter(text) is PrivateMatter.HEALTH


@pytest.mark.parametrize("text", NOTHING_OF_THE_KIND)
def test_other_talk_is_no_private_matter(text: str) -> None:
    assert private_matter(text) is None
