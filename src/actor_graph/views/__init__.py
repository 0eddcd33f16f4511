"""What people look at: findings in words, the map, the report at the terminal."""
