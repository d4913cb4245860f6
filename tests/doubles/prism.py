"""Prism, a mock server that holds requests against Twilio's own OpenAPI; needs `npm install`."""

import asyncio
import json
import shutil
from pathlib import Path
from typing import Any, Self

from tests.doubles.patience import until
from tests.doubles.ports import free_port

ROOT = Path(__file__).parents[2]
PRISM = ROOT / "node_modules/@stoplight/prism-cli/dist/index.js"
OPENAPI = ROOT / "node_modules/@twilio/cli-core/src/services/twilio-api"

PATHS = {
    "twilio_api_v2010.json": (
        "/2010-04-01/Accounts/{AccountSid}/Messages.json",
        "/2010-04-01/Accounts/{Sid}.json",
    ),
    "twilio_messaging_v2.json": ("/v2/Channels/Senders",),
    "twilio_content_v1.json": ("/v1/Content/{Sid}/ApprovalRequests",),
}


def missing() -> str | None:
    """Why Prism cannot run here, or None."""
    if shutil.which("node") is None:
        return "needs node: install Node.js 20 or newer"
    return None if PRISM.exists() and OPENAPI.exists() else "needs node_modules: run npm install"


class Prism:
    """`async with Prism(folder) as prism`: `prism.url` takes what Twilio's OpenAPI allows, or says 422."""

    def __init__(self, folder: Path) -> None:
        self._document = folder / "twilio.json"
        self.url = ""

    async def __aenter__(self) -> Self:
        await asyncio.to_thread(lambda: self._document.write_text(json.dumps(openapi())))
        port = free_port()
        self._process = await asyncio.create_subprocess_exec(
            *("node", str(PRISM), "mock", "--host", "127.0.0.1", "--port", str(port), str(self._document)),
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.DEVNULL,
        )
        self.url = f"http://127.0.0.1:{port}"
        try:
            await until(lambda: _answers(port), rest=0.1)
        except BaseException:
            await self.__aexit__()
            raise
        return self

    async def __aexit__(self, *_: object) -> None:
        self._process.terminate()
        await self._process.wait()


def openapi() -> dict[str, Any]:
    """The few paths that the bot uses, of three of Twilio's documents, as one."""
    whole: dict[str, Any] = {"openapi": "3.0.1", "info": {"title": "Twilio", "version": "1"}}
    whole |= {"paths": {}, "components": {"schemas": {}, "securitySchemes": {}}}
    for name, paths in PATHS.items():
        document = json.loads((OPENAPI / name).read_text(encoding="utf-8"))
        for path in paths:
            whole["paths"][path] = _with_arrays(document["paths"][path])
        for kind, parts in document["components"].items():
            whole["components"].setdefault(kind, {}).update(parts)
    return whole


def _with_arrays(path: dict[str, Any]) -> dict[str, Any]:
    """Says how lists stand in a form, which Twilio's document leaves out and Prism then refuses."""
    path.pop("servers", None)
    for content in path.get("post", {}).get("requestBody", {}).get("content", {}).values():
        fields = content["schema"].get("properties", {})
        lists = [name for name, field in fields.items() if field.get("type") == "array"]
        content["encoding"] = {name: {"style": "form", "explode": True} for name in lists}
    return path


async def _answers(port: int) -> bool:
    try:
        _, writer = await asyncio.open_connection("127.0.0.1", port)
    except OSError:
        return False
    writer.close()
    await writer.wait_closed()
    return True
