"""Faults of templates: tags, blocks, fields, and what the kind of paper needs."""
