"""The waves of one city: what changed between them, by how much more than chance, and how far its goals are."""
