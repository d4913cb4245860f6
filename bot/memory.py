"""Memory that is not needed any more."""

import gc


def give_back_memory() -> None:
    """To the system: making the understanding takes more than it keeps, and the C library would hold on to the rest."""
    import ctypes  # a start does without

    gc.collect()
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # glibc's alone
    if trim is not None:
        trim(0)
