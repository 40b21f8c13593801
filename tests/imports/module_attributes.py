import math

import _shapes

print(_shapes, type(math).__name__, __name__, __file__.endswith("module_attributes.py"), _shapes.__file__.endswith("_shapes.py"))
try:
    _shapes.nothing
except AttributeError as error:
    print(error)
# expect: shapes is loaded
# expect match: <module '_shapes' from '_shapes.py'> module __main__ True True
# expect: module '_shapes' has no attribute 'nothing'
