"""A PDF with a text layer → the lines of a plan."""
