"""What to do next with a landscape."""
