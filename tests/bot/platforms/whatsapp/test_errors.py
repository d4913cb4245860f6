"""Every way in which Twilio can fail is one of our errors, and none of them holds a number."""

import logging
from datetime import timedelta

import aiohttp
import pytest
from aiohttp.client_reqrep import ConnectionKey
from twilio.base.exceptions import TwilioException, TwilioRestException, TwilioServiceException

from bot.platforms.base import ChatGone, SendFailed, SlowDown, Unanswered, WindowClosed
from bot.platforms.whatsapp.errors import translated

KEY = ConnectionKey("api.twilio.com", 443, True, True, None, None, None)
NUMBER = "+3197000000002"


def raised(error: Exception) -> Exception:
    with pytest.raises(Exception) as caught, translated():
        raise error
    return caught.value


def rest(status: int, code: int) -> TwilioRestException:
    return TwilioRestException(status, f"/Messages?To={NUMBER}", f"about {NUMBER}", code, "POST")


@pytest.mark.parametrize("code", [21211, 21610, 21614, 63003, 63014, 63024, 63033])
def test_who_cannot_be_reached_any_more_is_gone(code: int) -> None:
    assert isinstance(raised(rest(400, code)), ChatGone)


def test_a_closed_window_is_a_closed_window() -> None:
    assert isinstance(raised(rest(400, 63016)), WindowClosed)


@pytest.mark.parametrize(
    ("status", "code"), [(429, 20429), (429, 429), (429, 99999), (400, 63018), (400, 14107), (400, 63038)]
)
def test_too_much_waits(status: int, code: int) -> None:
    error = raised(rest(status, code))
    assert isinstance(error, SlowDown)
    assert error.retry
    assert error.after is not None
    assert timedelta(0) < error.after <= timedelta(hours=1)


@pytest.mark.parametrize("code", [20003, 63007, 21606])
def test_wrong_settings_are_final_and_shown_to_the_operator(code: int, caplog: pytest.LogCaptureFixture) -> None:
    error = raised(rest(401, code))
    assert isinstance(error, SendFailed)
    assert not error.retry
    assert str(error) == f"twilio_{code}"
    assert [record.levelno for record in caplog.records] == [logging.ERROR]


@pytest.mark.parametrize(("status", "code"), [(400, 21617), (400, 99999), (404, 404), (301, 301)])
def test_any_other_refusal_is_final(status: int, code: int) -> None:
    error = raised(rest(status, code))
    assert isinstance(error, SendFailed)
    assert not error.retry


@pytest.mark.parametrize(("status", "code"), [(500, 20500), (502, 502), (503, 20503), (504, 504), (408, 408)])
def test_a_server_that_fails_may_have_sent_it(status: int, code: int) -> None:
    assert isinstance(raised(rest(status, code)), Unanswered)


def test_the_newer_kind_of_exception_is_understood_too() -> None:
    error = TwilioServiceException("https://twilio.com/x", "Gone", 400, 63024, detail=NUMBER)
    assert isinstance(raised(error), ChatGone)
    assert isinstance(raised(TwilioException("no credentials")), SendFailed)


@pytest.mark.parametrize(
    "error",
    [
        aiohttp.ClientConnectorError(KEY, OSError("refused")),
        aiohttp.ClientConnectorDNSError(KEY, OSError("no such host")),
        aiohttp.ConnectionTimeoutError("Connection timeout to host https://api.twilio.com"),
    ],
)
def test_where_no_connection_came_about_nothing_was_written(error: Exception) -> None:
    failed = raised(error)
    assert isinstance(failed, SendFailed)
    assert failed.retry


@pytest.mark.parametrize(
    "error",
    [
        TimeoutError(),
        aiohttp.ServerTimeoutError(),
        aiohttp.ServerDisconnectedError(),
        aiohttp.ClientOSError(104, "reset"),
        aiohttp.ClientPayloadError(),
        ConnectionResetError(),
        ValueError("not JSON"),
        AttributeError("'list' object has no attribute 'get'"),
    ],
)
def test_once_written_it_may_have_arrived(error: Exception) -> None:
    assert isinstance(raised(error), Unanswered)


@pytest.mark.parametrize("error", [rest(400, 21211), rest(500, 20500), rest(400, 99999)])
def test_no_number_is_in_what_is_raised(error: Exception) -> None:
    ours = raised(error)
    assert NUMBER not in repr(ours)
    assert ours.__cause__ is None
    assert ours.__suppress_context__
