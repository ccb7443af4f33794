"""Faults of wording in any text: the paragraphs of a .docx, or the fields of a plan."""
