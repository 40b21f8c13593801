import logging
import sys

logging.addLevelName(25, "NOTE")
logging.basicConfig(stream=sys.stdout, level=20, format="%(levelname)s %(message)s")
logging.log(25, "custom")  # expect: NOTE custom
logging.log(10, "hidden")
logging.getLogger().log(logging.INFO, "info %s", [1])  # expect: INFO info [1]
