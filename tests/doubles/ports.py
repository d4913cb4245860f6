"""Ports of this machine for servers that are started later, or stop and come back."""

import os
import socket
from collections.abc import Iterator
from itertools import cycle

# Below those that the system gives to whoever connects: such a port is soon somebody's.
FIRST, LAST = 10_000, 32_000


def _from_here() -> Iterator[int]:
    """Each process of the tests begins elsewhere, so that no two want the same one at once."""
    all_ports = range(FIRST, LAST)
    begin = os.getpid() * 197 % len(all_ports)
    return cycle([*all_ports[begin:], *all_ports[:begin]])


_next = _from_here()


def free_port() -> int:
    """A port of 127.0.0.1 at which nobody listens; not given twice for as long as there are others."""
    while True:
        port = next(_next)
        try:
            with socket.create_server(("127.0.0.1", port)):
                return port
        except OSError:
            continue
