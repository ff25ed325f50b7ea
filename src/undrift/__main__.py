"""`python -m undrift` is the same as `undrift`."""

import sys

from undrift.cli import main

sys.exit(main())
