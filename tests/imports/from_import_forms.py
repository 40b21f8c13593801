from _shapes import Square, area as surface  # expect: shapes is loaded
from _shapes import (
    sides,
    _private,
)

print(surface(2, 2), Square(3).a, sides, _private)  # expect: 4 3 4 hidden from star
sides = 99
import _shapes

print(_shapes.sides)  # expect: 4
