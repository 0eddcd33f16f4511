"""Several landscapes side by side: one row per city, its excess over chance, and what differs between two of them."""
