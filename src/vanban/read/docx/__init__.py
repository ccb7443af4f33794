"""A Word file → the lines of a plan."""
