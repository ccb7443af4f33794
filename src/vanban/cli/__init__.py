"""Doors: words in, words out, no logic. One file for each command."""
