import logging
import sys

logging.basicConfig(stream=sys.stdout, format="first %(message)s")
logging.basicConfig(stream=sys.stdout, format="second %(message)s")
logging.warning("a")  # expect: first a
logging.basicConfig(stream=sys.stdout, format="forced %(message)s", force=True)
logging.warning("b")  # expect: forced b
