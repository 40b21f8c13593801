import logging

log = logging.getLogger("unconfigured")
log.warning("last resort handler")
log.info("hidden")
logging.disable(logging.CRITICAL)
log.critical("disabled")
logging.disable(logging.NOTSET)
log.error("enabled again")

# expect stderr: last resort handler
# expect stderr: enabled again
