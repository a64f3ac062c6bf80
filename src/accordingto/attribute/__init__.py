"""Document, Reading -> Attribution*

Spans and links become attributions, with their manner, stance and nesting; what none of them covers is narration.
"""

from accordingto.attribute.assemble import attribute
from accordingto.attribute.narration import narration

__all__ = ["attribute", "narration"]
