"""Faults of the layout of a paper, held against the law."""
