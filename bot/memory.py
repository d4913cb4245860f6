"""Memory that is not needed any more."""

import gc


def give_back_memory() -> None:
    """To the system: making the understanding takes more than it keeps, and the C library would hold on to the rest."""
    gc.collect()
    give_back_freed()


def give_back_freed() -> None:
    """The same without looking for what else may be freed, which nobody has to wait for."""
    import ctypes  # a start does without

    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # glibc's alone
    if trim is not None:
        trim(0)
