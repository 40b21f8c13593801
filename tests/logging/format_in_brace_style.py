import logging
import sys

logging.basicConfig(format="{levelname}: {message} ({threadName})", style="{", stream=sys.stdout)
logging.warning("braces")  # expect: WARNING: braces (MainThread)
