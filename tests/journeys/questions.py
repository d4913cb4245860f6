"""A question that the bot cannot answer, and what became of it."""

from tests.doubles.bot import Bot

GROUP, FATMA, ALI, HENK, ORG = (
    "lindelaan",
    "lindelaan/Fatma",
    "lindelaan/Ali",
    "lindelaan/Henk",
    "lindelaan/Organisator",
)
PIGEON = "mag mijn duif op de buitenunit"


async def kept(bot: Bot) -> list[str]:
    return [question.text for question in await bot.app.database.read(lambda store: store.questions.unanswered(None))]


async def passed_on(bot: Bot, chat: str, sender: str, text: str) -> None:
    await bot.says(chat, sender, text)
    await bot.presses(chat, sender, "Ja, door")
