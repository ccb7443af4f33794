"""A workbook → the plan: the plan's own form, or any table of tasks."""
