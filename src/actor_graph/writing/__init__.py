"""Tables and files on their way out."""
