"""`python -m vanban`."""

from vanban.cli.main import main

main()
