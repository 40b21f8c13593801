import logging
import sys

logging.basicConfig(stream=sys.stdout, format="%(levelname)s %(message)s")
try:
    1 / 0
except ZeroDivisionError:
    logging.exception("it failed")
    logging.error("short")
    logging.error("with info", exc_info=True)

# expect: ERROR it failed
# expect: Traceback (most recent call last):
# expect:   File "exception_with_traceback.py", line 6, in <module>
# expect:     1 / 0
# expect:     ~~^~~
# expect: ZeroDivisionError: division by zero
# expect: ERROR short
# expect: ERROR with info
# expect: Traceback (most recent call last):
# expect:   File "exception_with_traceback.py", line 6, in <module>
# expect:     1 / 0
# expect:     ~~^~~
# expect: ZeroDivisionError: division by zero
