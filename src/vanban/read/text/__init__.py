"""Plain text → the lines of a plan."""
