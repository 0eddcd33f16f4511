"""Layout: where everything stands on the map."""
