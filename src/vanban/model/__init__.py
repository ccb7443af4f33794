"""Nouns of the house: typed records without I/O and without a clock."""
