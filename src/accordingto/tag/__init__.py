"""Document -> Reading

The only user of the model: one pass of the encoder over the text in windows, decoded to spans and links.
"""

from accordingto.models import DEFAULT_MODEL
from accordingto.tag.model import Device
from accordingto.tag.tagger import Tagger

__all__ = ["DEFAULT_MODEL", "Device", "Tagger"]
