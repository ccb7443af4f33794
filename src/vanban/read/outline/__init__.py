"""Lines → the typed plan: head, sections, groups of tasks, duties, reports, end, appendices."""
