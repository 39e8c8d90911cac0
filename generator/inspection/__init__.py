"""Reopens a document and measures it against paper_format."""
