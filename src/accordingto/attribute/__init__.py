"""Document, Reading -> Attribution*

Spans and links become attributions, with their manner, stance and nesting; what none of them covers is narration.
What is said is read `again`, and what that gives is set in its place by `nest`.
"""

from accordingto.attribute.again import again
from accordingto.attribute.assemble import attribute
from accordingto.attribute.narration import narration
from accordingto.attribute.nest import nest

__all__ = ["again", "attribute", "narration", "nest"]
