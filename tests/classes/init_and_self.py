class Point:
    def __init__(self, x, y=0):
        self.x = x
        self.y = y

    def sum(self):
        return self.x + self.y


p = Point(1)
q = Point(y=5, x=4)
print(p.sum(), q.sum(), Point.sum(q))  # expect: 1 9 9
p.x = 10
print(p.sum())  # expect: 10
