"""Network analysis of actor landscapes: who works with whom, who is outside, who dominates, what the circles are made of."""

from __future__ import annotations

__version__ = "0.1.0"
