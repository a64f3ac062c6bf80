"""The models that ship with accordingto, one folder each, and the names that `--model` knows them by."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

DEFAULT_MODEL = "small-1"
"""The folder of the model that reads where none is named."""
MODELS: Mapping[str, str] = MappingProxyType({"accurate": "small-1", "small-1": "small-1"})
"""Name -> folder; several names may stand for one."""
