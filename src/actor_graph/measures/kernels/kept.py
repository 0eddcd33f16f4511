"""Compiled kernels kept between runs: numba's own cache, in our folder and forgiving of damage."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from numba.core.caching import CompileResultCacheImpl, FunctionCache, _CacheLocator

from actor_graph.measures.kernels import announcing
from actor_graph.measures.kernels.folder import kernel_folder


@cache
def _fingerprint(sources: frozenset[str]) -> str:
    """A hash of the files of a kernel and of all kernels that it calls."""
    return sha256(b"\0".join(Path(source).read_bytes() for source in sorted(sources))).hexdigest()


class _InKernelFolder(_CacheLocator):
    """Tells numba where a kernel's code lies, one folder for all."""

    def __init__(self, function: Any, folder: Path) -> None:
        self._py_file = function.__code__.co_filename
        self._line, self._folder = function.__code__.co_firstlineno, folder

    def get_cache_path(self) -> str:
        return str(self._folder)

    def get_source_stamp(self) -> str:
        return self._folder.name

    def get_disambiguator(self) -> str:
        return f"{sha256(self._py_file.encode()).hexdigest()[:8]}-{self._line}"

    @classmethod
    def from_function(cls, py_func: Any, py_file: str) -> _InKernelFolder:
        """The place of a kernel; the folder may be missing, then nothing is read or written (see ``KeptCode``)."""
        return cls(py_func, kernel_folder() or Path())


class _InOurFolder(CompileResultCacheImpl):
    _locator_classes = [_InKernelFolder]  # noqa: RUF012 - numba's own form


class KeptCode(FunctionCache):
    """The kept code of one kernel. Code that can't be read is compiled anew, code that can't be written is not kept."""

    _impl_class = _InOurFolder
    _said = False

    def __init__(self, function: Any, sources: frozenset[str]) -> None:
        numba_cache: Any = super()
        numba_cache.__init__(function)
        self._cache_file._source_stamp = _fingerprint(sources)

    def load_overload(self, sig: Any, target_context: Any) -> Any:
        """The kept code for these dtypes, or None after saying that it will be compiled."""
        numba_cache: Any = super()
        try:
            found = numba_cache.load_overload(sig, target_context) if kernel_folder() is not None else None
        except Exception:  # a damaged file raises whatever pickle or LLVM makes of it
            found = None
        if found is None:
            announcing.announce_compilation()
        return found

    def save_overload(self, sig: Any, data: Any) -> None:
        """Keep freshly compiled code for the next run."""
        numba_cache: Any = super()
        try:
            if kernel_folder() is not None:
                numba_cache.save_overload(sig, data)
                return
        except OSError:
            pass
        if not KeptCode._said:
            KeptCode._said = True
            announcing.announce_not_kept()
