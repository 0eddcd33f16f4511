"""How large an input may be. What a file declares about its size is not believed: what is read is counted."""

from __future__ import annotations

ROW = 1_000_000
"""Characters in one row of a table."""
CELL = 32_767
"""Characters in one cell, the most that a spreadsheet holds."""
COLUMNS = 1_000
"""Columns of a table."""
UNPACKED = 1_000_000_000
"""Bytes of a workbook once it is unpacked."""
DOCUMENT = 200_000_000
"""Bytes of one file."""
DEPTH = 50
"""Levels of a YAML, JSON or XML document."""
