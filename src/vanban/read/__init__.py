"""file → Plan, Progress, AgencyBook, HouseRules: a room for each kind of file, and for what all share."""
