"""One file for each outside program or file format other than .docx."""
