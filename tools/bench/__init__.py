"""Measurements of this project, alone and against others."""
