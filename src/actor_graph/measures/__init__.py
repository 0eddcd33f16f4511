"""The measures: pure functions on a graph and labels, one file per construct."""
