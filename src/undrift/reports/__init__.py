"""Told to whom: charts, the board paper, and disclosure control, the only way out."""
