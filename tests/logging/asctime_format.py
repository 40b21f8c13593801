import logging
import sys

logging.basicConfig(format="%(asctime)s %(message)s", stream=sys.stdout)
logging.warning("default")
logging.getLogger().handlers[0].setFormatter(logging.Formatter("%(asctime)s|%(message)s", "%H:%M:%S"))
logging.warning("short")
# expect match: *-*-* *:*:*,* default
# expect match: *:*:*|short
