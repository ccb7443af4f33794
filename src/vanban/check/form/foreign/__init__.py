"""Papers that others made: their components told by words, place and neighbours."""
