"""What phrases say, without the lines around them: agencies, roles, deadlines, products, blanks."""
