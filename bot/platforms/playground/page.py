"""The playground's page: a street's group and private chats side by side."""

from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from bot.platforms.playground.api import Playground
from bot.platforms.playground.guard import NEVER_KEPT, guarded
from messages.street import Street

HERE = Path(__file__).parent
RESIDENTS = ("Fatma", "Ali", "Jan")
ORGANISER = "Organisator"

SAFE = {
    **NEVER_KEPT,
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; "
        "form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Referrer-Policy": "no-referrer",
}


def routes(playground: Playground) -> Sequence[BaseRoute]:
    environment = Environment(
        loader=FileSystemLoader(HERE / "templates"), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    template = environment.get_template("playground.html")

    async def show(request: Request) -> Response:
        known = await playground.streets()
        asked = request.query_params.get("straat")
        street = next((one for one in known if one.id == asked), known[0] if known else None)
        html = template.render(
            streets=known,
            street=street,
            people=people(street) if street else (),
            draft=request.query_params.get("tekst", ""),
        )
        return HTMLResponse(html, headers=SAFE)

    return [
        Route("/playground", guarded(show, playground.hosts)),
        Mount("/playground/static", StaticFiles(directory=HERE / "static"), name="playground_static"),
    ]


def people(street: Street) -> tuple[tuple[str, str], ...]:
    """Whom one may speak as: the name, and how it is shown."""
    contact = street.contact_name
    residents = [(name, name) for name in RESIDENTS if name != contact]
    return (
        *residents,
        *([(contact, f"{contact} (straatcontact)")] if contact else []),
        (ORGANISER, ORGANISER),
    )
