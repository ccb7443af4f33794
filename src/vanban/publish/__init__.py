""".docx → PDF."""
