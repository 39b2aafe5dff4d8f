"""Sets several documents at a time, for which nobody has to wait who is interrupted."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Event


@contextmanager
def document_pool(workers: int, stopped: Event) -> Iterator[ThreadPoolExecutor]:
    """Threads that run TeX, until all they have been given is done.

    Args:
        workers: how many documents are set at the same time.
        stopped: what stops TeX; set when the caller is left by an exception.
    """
    with ThreadPoolExecutor(max_workers=workers) as pool:
        try:
            yield pool
        except BaseException:
            stopped.set()  # or nobody could leave before TeX has finished
            raise
