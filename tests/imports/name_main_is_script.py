import sys

print(__name__, sys.modules["__main__"].__dict__ is globals(), __package__, __doc__)

# expect: __main__ True None None
