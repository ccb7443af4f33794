"""The decree as data and the typed shape that holds it."""
