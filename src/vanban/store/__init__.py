"""What is kept from one run to the next: the record of progress of a plan."""
