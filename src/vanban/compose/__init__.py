"""Plan + Progress → Document: one file for each kind of document."""
