"""What compose.yaml starts: the bot by itself, or with the profile `cluster` two of each part behind a proxy.

Whether Docker takes it is not tried here. That these parts work together is: see tests/faults/test_cluster.py.
"""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from bot.cli import main
from bot.duty import Duty

ROOT = Path(__file__).parent.parent
PARTS = ("web", "postman", "clock")

Service = dict[str, Any]


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8"))
    return read


@pytest.fixture(scope="module")
def services(compose: dict[str, Any]) -> dict[str, Service]:
    found: dict[str, Service] = compose["services"]
    return found


def test_without_a_profile_it_is_the_bot_and_its_database(services: dict[str, Service]) -> None:
    assert {name for name, service in services.items() if "profiles" not in service} == {"bot", "database"}


def test_the_cluster_is_two_of_each_part_a_proxy_and_one_migration(services: dict[str, Service]) -> None:
    cluster = {name: service for name, service in services.items() if service.get("profiles") == ["cluster"]}

    assert set(cluster) == {*PARTS, "proxy", "schema"}
    assert [cluster[part]["deploy"]["replicas"] for part in PARTS] == [2, 2, 2]
    assert set(PARTS) == set(Duty) - {Duty.ALL}


def test_every_command_is_one_of_the_bots(services: dict[str, Service]) -> None:
    for name in (*PARTS, "schema"):
        program, *arguments = services[name]["command"]
        assert program == "straatbot"
        assert CliRunner().invoke(main, [*arguments, "--help"]).exit_code == 0
    assert [services[part]["command"][-1] for part in PARTS] == list(PARTS)


@pytest.mark.parametrize("part", PARTS)
def test_a_part_waits_for_the_schema_is_looked_after_and_has_time_to_stop(
    part: str, services: dict[str, Service]
) -> None:
    service = services[part]

    assert service["depends_on"]["schema"] == {"condition": "service_completed_successfully"}
    assert "/ready" in service["healthcheck"]["test"][-1]
    assert service["restart"] == "unless-stopped"
    assert int(service["stop_grace_period"].removesuffix("s")) > 10
    assert service["environment"] == services["bot"]["environment"] | {"PLAYGROUND": "off"}
    assert "ports" not in service  # two would want the same one


def test_the_migration_is_done_once(services: dict[str, Service]) -> None:
    assert services["schema"]["restart"] == "no"
    assert services["schema"]["depends_on"]["database"] == {"condition": "service_healthy"}


def test_the_proxy_waits_for_the_webs_and_finds_them(services: dict[str, Service]) -> None:
    proxy = services["proxy"]
    (file,) = [volume.split(":")[0] for volume in proxy["volumes"] if "Caddyfile" in volume]
    caddyfile = (ROOT / file).read_text(encoding="utf-8")

    assert proxy["depends_on"]["web"] == {"condition": "service_healthy"}
    assert re.search(r"name (\w+)\s+port (\d+)", caddyfile).groups() == ("web", "8000")  # type: ignore[union-attr]
    assert all(path in caddyfile for path in ("/health", "/ready", "/metrics"))
    assert "SITE" in proxy["environment"]
    assert "{$SITE}" in caddyfile


def test_every_volume_is_declared(compose: dict[str, Any], services: dict[str, Service]) -> None:
    used = {volume.split(":")[0] for service in services.values() for volume in service.get("volumes", ())}

    assert {name for name in used if not name.startswith(".")} == set(compose["volumes"])
