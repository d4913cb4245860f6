"""Whether the migrations make exactly the tables of `storage.tables`: part of `make check`."""

import asyncio
import sys
import tempfile
from pathlib import Path

from storage.migrate import differences, migrate


async def check() -> int:
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite+aiosqlite:///{Path(folder) / 'new.db'}"
        await migrate(url)
        found = await differences(url)
    for difference in found:
        print("the migrations lack:", difference)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(asyncio.run(check()))
