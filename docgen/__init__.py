"""Structured content in, print-ready official Chinese documents out (GB/T 9704-2012)."""

__version__ = "0.1.0"
