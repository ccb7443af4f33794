"""Short files of plain papers: front matter and a body in Markdown."""
