"""A progress workbook that an agency filled → what it says, and every cell that is at fault."""
