import _shapes  # expect: shapes is loaded

print(_shapes.area(2, 3), _shapes.sides, _shapes.__name__, _shapes.__doc__)  # expect: 6 4 _shapes Helper module.
_shapes.sides = 5
import _shapes as again

print(again.sides, again is _shapes)  # expect: 5 True
