"""The models that ship with accordingto, one folder each."""
