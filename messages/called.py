"""Who calls the bot by its name in a group speaks to it, also without an @: `straatbot, wat kost een warmtepomp?`."""

import re
from dataclasses import replace

from messages.incoming import Incoming

# Behind the name a sign, or before it a greeting: `straatbot is stom` is said about it, and not to it.
_GREETING = r"(?:h[eéè]y?|hoi|hallo|hello|hi|dag|beste|ok[eé]?|ja|zeg)"
_CALLED = re.compile(rf"\s*(?:{_GREETING}[\s,]+straat\s?bot\b[\s,:!.-]*|straat\s?bot\s*[,:!]\s*)(?=\S)", re.IGNORECASE)


def heed_name(incoming: Incoming) -> Incoming:
    """The message without the name, and addressed."""
    called = None if incoming.addressed else _CALLED.match(incoming.text)
    return replace(incoming, text=incoming.text[called.end() :], addressed=True) if called else incoming
