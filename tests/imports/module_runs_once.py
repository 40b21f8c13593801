import sys

import _shapes  # expect: shapes is loaded

del _shapes
import _shapes

print("_shapes" in sys.modules, sys.modules["_shapes"] is _shapes)  # expect: True True
