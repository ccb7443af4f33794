"""file → Plan, Progress, Agencies: one file for each format."""
