"""The inner loops: functions on plain arrays, compiled on first use, one file per sweep over the graph."""
