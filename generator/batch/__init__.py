"""The same work for many things: here, in processes of this machine, or on a cluster.

Owns distributed. Work that breaks is that of one thing; the others go on.
"""

from __future__ import annotations

from generator.batch.crews import BY_ITSELF, Crew, Workers, opened, refuse_open_cluster
from generator.batch.flow import Lost, mapped

__all__ = ["BY_ITSELF", "Crew", "Lost", "Workers", "mapped", "opened", "refuse_open_cluster"]
