"""What all share, brought to every worker of a cluster, also to those that come later.

Data that is scattered is gone with the workers that hold it, and what waits for it waits for
ever; a plugin is set up on each worker before it is given anything to do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import distributed

if TYPE_CHECKING:
    from collections.abc import Callable


class Given(distributed.WorkerPlugin):
    """What all share, on a worker."""

    def __init__(self, shared: object) -> None:
        """Keep it."""
        self.shared = shared


def on_worker(name: str, call: Callable[[Any, Any], Any], things: Any) -> Any:
    """What comes of the things, on a worker that has what all share by this name."""
    plugins: Any = distributed.get_worker().plugins
    return call(plugins[name].shared, things)
