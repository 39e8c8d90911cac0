"""Văn kiện: from data typed once to every paper of a round of Party congresses."""

__version__ = "0.4.0"
