"""The corridor for those who edit templates: what one may ask for, whether it is right, what changed."""
