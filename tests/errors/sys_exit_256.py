import sys

sys.exit(256 + 7)

# exit: 7
