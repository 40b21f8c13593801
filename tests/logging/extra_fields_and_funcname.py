import logging
import sys

logging.basicConfig(stream=sys.stdout, format="%(funcName)s %(lineno)d %(filename)s %(module)s %(user)s %(message)s")


def work():
    logging.warning("from work", extra={"user": "ada"})


work()

# expect: work 8 extra_fields_and_funcname.py extra_fields_and_funcname ada from work
