"""Making papers: what a plan asks for → composed, rendered, checked, in a folder of its own."""
