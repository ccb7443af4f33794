"""Lines of any source and the shapes that they have: marks, labels, columns of a table, paragraphs."""
