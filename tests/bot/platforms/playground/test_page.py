"""The page shows the street that was asked for and lets nothing in from elsewhere."""

import re
from collections.abc import Sequence

import pytest

from bot.platforms.playground import PlaygroundAdapter
from messages.street import Contact, Street


async def test_the_page_offers_the_residents_and_the_contact_to_speak_as(client):
    html = (await client.get("/playground")).text

    for name in ("Fatma", "Ali", "Jan", "Henk", "Organisator"):
        assert html.count(f'<option value="{name}">') == 2
    assert "maakt zo’n warmtepomp veel herrie?" in html


@pytest.mark.parametrize(
    ("query", "street"), [("", "lindelaan"), ("?straat=eikenlaan", "eikenlaan"), ("?straat=x", "lindelaan")]
)
async def test_the_page_shows_the_street_asked_for_or_else_the_first(client, query, street):
    html = (await client.get(f"/playground{query}")).text

    assert f'data-street="{street}"' in html


async def test_the_page_loads_only_from_here(client):
    page = await client.get("/playground")

    policy = page.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    sources = re.findall(r'(?:src|href)="([^"]+)"', page.text)
    assert all(source.startswith(("/playground/", "data:image/svg+xml")) for source in sources)
    for source in sources:
        if source.startswith("/"):
            assert (await client.get(source)).status_code == 200


async def test_names_from_content_are_escaped(new_client):
    async def streets() -> Sequence[Street]:
        return [Street(id="a", name="<b>A</b>", contact=Contact(name='"><script>'))]

    async with new_client(PlaygroundAdapter(streets)) as client:
        html = (await client.get("/playground", params={"tekst": "</textarea><script>"})).text

    assert "<b>A</b>" not in html
    assert html.count("<script") == 1


async def test_without_streets_the_page_says_what_to_do(new_client):
    async def streets() -> Sequence[Street]:
        return []

    async with new_client(PlaygroundAdapter(streets)) as client:
        assert "straatbot content import" in (await client.get("/playground")).text


async def test_a_link_into_a_private_chat_carries_the_first_message(new_playground, new_client):
    link = new_playground(address="http://127.0.0.1:8000").identity.link

    async with new_client(new_playground()) as client:
        html = (await client.get(link.format(text="krijg%20ik%20subsidie"))).text

    assert ">krijg ik subsidie</textarea>" in html
    assert 'data-show="private"' in html
