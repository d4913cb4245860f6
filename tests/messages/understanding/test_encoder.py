"""What the encoder keeps beside memory."""

import gc

import numpy as np

from messages.understanding.encoder import _RowsOnDisk


def test_a_table_on_disk_gives_its_rows_and_goes_with_the_encoder() -> None:
    table = np.arange(12, dtype="float32").reshape(4, 3)

    rows = _RowsOnDisk(table)

    assert rows[np.array([2, 0, 2])].tolist() == table[[2, 0, 2]].tolist()
    del rows
    gc.collect()  # a file that was left open would be told of, and that is an error
