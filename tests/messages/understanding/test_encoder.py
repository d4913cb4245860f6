"""What the encoder takes of the machine: threads, memory, and a file beside it."""

import gc
import os
import subprocess
import sys

import numpy as np

from messages.understanding.encoder import _RowsOnDisk


def test_a_table_on_disk_gives_its_rows_and_goes_with_the_encoder() -> None:
    table = np.arange(12, dtype="float32").reshape(4, 3)

    rows = _RowsOnDisk(table)

    assert rows[np.array([2, 0, 2])].tolist() == table[[2, 0, 2]].tolist()
    del rows
    gc.collect()  # a file that was left open would be told of, and that is an error


def test_who_understands_by_meaning_reckons_in_one_thread() -> None:
    reckon = "import bot.understanding, os, numpy; numpy.ones((600, 600)) @ numpy.ones((600, 600))"
    count = "print(len(os.listdir('/proc/self/task')))"
    environment = {name: value for name, value in os.environ.items() if name != "OPENBLAS_NUM_THREADS"}

    told = subprocess.run(
        [sys.executable, "-c", f"{reckon}; {count}"], env=environment, capture_output=True, text=True, check=True
    )

    assert told.stdout.strip() == "1"
