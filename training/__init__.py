"""Corpora -> a model's folder: training, export, calibration. Needs torch; docs/training.md tells the steps."""
