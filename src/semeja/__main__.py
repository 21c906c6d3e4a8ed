"""`python -m semeja`."""

from semeja.cli import main

if __name__ == "__main__":
    main()
