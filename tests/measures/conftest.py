"""The first example of a test may compile a kernel: no deadline for any of them."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("measures", deadline=None)
settings.load_profile("measures")
