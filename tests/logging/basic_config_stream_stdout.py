import logging
import sys

logging.basicConfig(stream=sys.stdout, level=logging.INFO, format="%(levelname)-8s|%(levelno)d|%(message)s")
logging.info("to stdout")  # expect: INFO    |20|to stdout
logging.debug("hidden")
logging.warning("plain %%")  # expect: WARNING |30|plain %%
