"""Reports that ship with the package, to try it on: invented places, persons and events."""
