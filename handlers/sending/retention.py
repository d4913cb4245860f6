"""How long things are kept: what has ended goes by itself."""

from datetime import datetime, timedelta

from handlers.chats.several_bots import forget_away
from storage import Store
from storage.drafts import LASTS

SENT_MESSAGES = timedelta(days=30)
# Telegram delivers an update again for at most 24 hours: https://core.telegram.org/bots/api#getting-updates
HEARD = timedelta(days=7)
UNUSED_CHATS = timedelta(days=90)
# Whoever asked is only told from whoever else speaks while an answer waits.
WHO_ASKED = timedelta(hours=2)
QUESTIONS = timedelta(days=30)
PROPOSALS = timedelta(days=30)
WHO_OBJECTED = timedelta(days=1)
OBJECTIONS = timedelta(days=180)


def forget_old(now: datetime, store: Store) -> int:
    """Delete what is past its term; how many rows that were."""
    heard = store.heard.forget_before(now - HEARD)
    messages = store.outbox.forget_before(now - SENT_MESSAGES) + forget_away(now - SENT_MESSAGES, store)
    store.answers.forget_who_asked(now - WHO_ASKED)
    questions = store.questions.forget_before(now - QUESTIONS)
    store.objections.forget_who(now - WHO_OBJECTED)
    messages += store.objections.forget_before(now - OBJECTIONS)
    drafts = store.drafts.forget_before(now - LASTS) + store.content.forget_drafts_before(now - PROPOSALS)
    return heard + messages + questions + drafts + store.chats.forget_unused(now - UNUSED_CHATS)
