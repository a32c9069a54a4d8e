"""`python -m argmap`, and the `argmap` command: `--version` answers before anything is imported."""

import sys


def main() -> None:
    """Run the command line; the exit code says how it went."""
    if sys.argv[1:] in (["--version"], ["-V"]):
        from argmap.version import __version__

        print(f"argmap {__version__}")
        return
    try:
        from argmap.cli import main as run

        run()
    except KeyboardInterrupt:  # while things are being imported; later it is seen to elsewhere
        sys.exit(130)


if __name__ == "__main__":
    main()
