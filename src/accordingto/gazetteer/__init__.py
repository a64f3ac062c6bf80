"""Name -> Place, and how two places lie to each other

Countries, their regions, towns of 5,000 people and more with their other names, and areas such as the Middle East. The
data is GeoNames (https://www.geonames.org), CC BY 4.0, changed: see `training/gazetteer.py`. Nothing is fetched.
"""

from accordingto.gazetteer.lookup import find, relation

__all__ = ["find", "relation"]
