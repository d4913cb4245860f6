"""What Twilio's refusals mean to us: which code is which of our errors, and for how long to wait."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from aiohttp import ClientConnectorError, ClientError, ConnectionTimeoutError
from twilio.base.exceptions import TwilioException  # type: ignore[import-untyped]

from bot.platforms.base import ChatGone, SendFailed, SlowDown, Unanswered, WindowClosed

_log = logging.getLogger(__name__)

# Twilio asks not to build much on its codes, for they change; so these few, and any other is final.
# https://www.twilio.com/docs/whatsapp/tutorial/error-codes and https://www.twilio.com/docs/api/errors
GONE = frozenset({21211, 21614, 63003, 63024, 21610, 63014, 63033})  # not on WhatsApp, or blocked us
WINDOW_CLOSED = frozenset({63016})
CONFIGURATION = frozenset({20003, 63001, 63002, 63007, 63008, 63020, 63062, 21606, 21703})
LATER = {
    429: timedelta(seconds=10),
    20429: timedelta(seconds=10),
    63018: timedelta(minutes=1),
    63017: timedelta(minutes=1),
    30001: timedelta(minutes=5),
    21611: timedelta(minutes=5),
    14107: timedelta(minutes=10),
    60728: timedelta(hours=1),
    63038: timedelta(hours=1),
}
REQUEST_TIMEOUT = 408
SERVER_ERROR = 500


@contextmanager
def translated() -> Iterator[None]:
    """Around one call of Twilio: what comes out is ours, without the numbers that Twilio's messages hold."""
    try:
        yield
    except TwilioException as error:
        raise _refusal(error) from None
    except (ClientConnectorError, ConnectionTimeoutError) as error:
        raise SendFailed(f"no_connection_{type(error).__name__}", retry=True) from None
    except (ClientError, OSError) as error:  # a time-out is an OSError too
        raise Unanswered(type(error).__name__) from None
    except (AttributeError, KeyError, TypeError, ValueError) as error:  # an answer, but not one of Twilio's
        raise Unanswered(f"unreadable_{type(error).__name__}") from None


def _refusal(error: TwilioException) -> Exception:
    status, code = getattr(error, "status", 0), getattr(error, "code", 0)
    if status >= SERVER_ERROR or status == REQUEST_TIMEOUT:
        return Unanswered(f"http_{status}")
    if code in GONE:
        return ChatGone(f"twilio_{code}")
    if code in WINDOW_CLOSED:
        return WindowClosed(f"twilio_{code}")
    wait = LATER.get(code) or LATER.get(status)
    if wait:
        return SlowDown(wait)
    if code in CONFIGURATION:
        _log.error("Twilio refuses our settings", extra={"action": "whatsapp_misconfigured", "code": code})
    return SendFailed(f"twilio_{code}", retry=False)
