import logging
import sys

log = logging.getLogger("own")
handler = logging.StreamHandler(sys.stdout)
handler.setFormatter(logging.Formatter("%(name)s > %(message)s"))
handler.setLevel(logging.ERROR)
log.addHandler(handler)
log.propagate = False
log.warning("below the handler's level")
log.error("shown")  # expect: own > shown
