"""The most memory that a process took."""

from __future__ import annotations

from pathlib import Path

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]

PEAK = "VmHWM:"


def peak(process: int | str = "self") -> int:
    """Its own, in MB, where Linux tells it; 0 where it does not.

    What `getrusage` says of a process begins with the memory of the one that started it.
    """
    status = Path(f"/proc/{process}/status")
    lines = status.read_text(encoding="utf-8").splitlines() if status.is_file() else []
    found = (line.split()[1] for line in lines if line.startswith(PEAK))
    return int(next(found, "0")) // 1024


def peak_of_children() -> int:
    """Of the largest process that this one started and that ended, in MB; 0 on Windows."""
    if resource is None:
        return 0
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
