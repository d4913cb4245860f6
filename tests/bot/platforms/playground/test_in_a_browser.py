"""The page as a browser shows it: what somebody else got is seen, and is one press away."""

import asyncio
import shutil
import socket
from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Page, async_playwright, expect
from starlette.applications import Starlette

from bot.platforms.playground import PlaygroundAdapter
from bot.web.server import WebServer
from messages.reply import say

CHROMIUM = shutil.which("chromium")
DESK, PHONE = {"width": 1200, "height": 800}, {"width": 390, "height": 780}

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed")


@pytest.fixture
async def page(playground: PlaygroundAdapter, ear: object) -> AsyncIterator[Page]:
    web, listening = WebServer(Starlette(routes=list(playground.routes()))), socket.create_server(("127.0.0.1", 0))
    serving = asyncio.create_task(web.serve([listening]))
    async with async_playwright() as driver:
        browser = await driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = await browser.new_page(viewport=DESK)
        await page.goto(f"http://127.0.0.1:{listening.getsockname()[1]}/playground")
        await expect(page.locator(".private .log")).to_have_attribute("aria-live", "polite")
        yield page
        await browser.close()
    await playground.stop()  # ends the stream of events that the page follows
    web.should_exit = True
    await serving


async def test_who_else_got_a_message_is_shown_and_one_press_away(page, playground, new_delivery):
    await playground.send(new_delivery(say("Iemand vroeg iets."), "lindelaan/Henk"), 0)

    await page.get_by_role("button", name="Nieuw bericht voor Henk").click()

    await expect(page.locator(".private .log")).to_contain_text("Iemand vroeg iets.")
    await expect(page.locator(".private select")).to_have_value("Henk")
    await expect(page.get_by_text("Nieuw bericht voor")).to_have_count(0)


async def test_what_one_gets_oneself_or_in_another_street_needs_no_button(page, playground, new_delivery):
    await playground.send(new_delivery(say("Hoi Fatma"), "lindelaan/Fatma"), 0)
    await playground.send(new_delivery(say("Hoi Henk"), "eikenlaan/Henk"), 0)

    await expect(page.locator(".private .log")).to_contain_text("Hoi Fatma")
    await expect(page.get_by_text("Nieuw bericht voor")).to_have_count(0)


async def test_on_a_phone_the_other_tab_says_that_there_is_news(page, playground, new_delivery):
    await page.set_viewport_size(PHONE)
    await playground.send(new_delivery(say("Iemand vroeg iets."), "lindelaan/Henk"), 0)

    await expect(page.locator(".tabs [data-show=private] .fresh")).to_be_visible()


async def test_on_a_small_phone_the_conversation_has_a_third_of_the_screen_and_nothing_sticks_out(page):
    await page.set_viewport_size({"width": 375, "height": 667})
    log = await page.locator(".group .log").bounding_box()
    assert log["height"] > 667 / 3

    await page.set_viewport_size({"width": 320, "height": 568})
    button = await page.locator(".group [type=submit]").bounding_box()
    assert button["x"] + button["width"] <= 320
    assert button["y"] + button["height"] <= 568
