"""What leaves and what stays: contact data, sensitive columns, natural persons, audiences."""
