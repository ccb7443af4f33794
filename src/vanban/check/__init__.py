"""Plan and Sheet → findings."""
