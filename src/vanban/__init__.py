"""vanban: one typed record of a plan, and every lawful paper made from it."""

__version__ = "0.1.0"
