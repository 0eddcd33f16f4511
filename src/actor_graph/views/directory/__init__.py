"""The directory: an entry per actor, by name and by field, with what they need in front."""
