import logging

logging.debug("hidden")
logging.info("hidden")
logging.warning("shown")
logging.error("count %d of %s", 1, "two")
logging.critical("last")

# expect stderr: WARNING:root:shown
# expect stderr: ERROR:root:count 1 of two
# expect stderr: CRITICAL:root:last
