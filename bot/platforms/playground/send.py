"""The one call of this platform: write what the bot says into the transcript."""

from datetime import datetime

from bot.platforms.playground.listen import number_of
from bot.platforms.playground.render import buttons, render
from bot.platforms.playground.transcript import BOT, Message, Transcript
from messages.delivery import Delivery


def send(transcript: Transcript, delivery: Delivery, *, run: str, at: datetime) -> Message:
    """The whole reply as one message, an answer to what it answers when that was said in this run."""
    text, html = render(delivery.reply)
    return transcript.add(
        chat=delivery.chat.id,
        sender=BOT,
        text=text,
        html=html,
        at=at,
        choices=buttons(delivery.key, delivery.reply.choices),
        reply_to=number_of(delivery.reply_to, run),
    )
