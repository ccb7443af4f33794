"""Faults of a plan: one file for each family of rules."""
