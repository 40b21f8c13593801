import logging

logging.basicConfig(level=logging.DEBUG, format="%(levelname)s:%(name)s:%(message)s")
logging.debug("d")
logging.info("i")
logging.warning("w")

# expect stderr: DEBUG:root:d
# expect stderr: INFO:root:i
# expect stderr: WARNING:root:w
