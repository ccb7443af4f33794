"""The Vietnamese language: text, dates, numbers, numbering, deadlines, citations."""
