"""Cleaner of Sina news pages."""
