from dataclasses import asdict, dataclass, field, replace


@dataclass
class Point:
    x: int
    y: int = 0
    tags: list = field(default_factory=list)

    def norm(self):
        return abs(self.x) + abs(self.y)


p = Point(3, y=-4)
print(p, p.norm(), p == Point(3, -4), p != Point(1), replace(p, x=1), asdict(p), Point(1).tags is Point(1).tags)
try:
    Point()
except TypeError as error:
    print(error)
try:
    hash(p)
except TypeError as error:
    print(error)

# expect: Point(x=3, y=-4, tags=[]) 7 True True Point(x=1, y=-4, tags=[]) {'x': 3, 'y': -4, 'tags': []} False
# expect: Point.__init__() missing 1 required positional argument: 'x'
# expect: unhashable type: 'Point'
