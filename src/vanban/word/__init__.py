"""The only room that touches the XML of .docx files."""
