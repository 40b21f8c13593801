class Celsius:
    def __init__(self, degrees):
        self._degrees = degrees

    @property
    def degrees(self):
        "The temperature."
        return self._degrees

    @degrees.setter
    def degrees(self, value):
        if value < -273:
            raise ValueError("too cold")
        self._degrees = value

    @degrees.deleter
    def degrees(self):
        print("deleted")


c = Celsius(1)
c.degrees += 20
print(c.degrees, Celsius.degrees.__doc__)
try:
    c.degrees = -300
except ValueError as error:
    print(error)
del c.degrees

# expect: 21 The temperature.
# expect: too cold
# expect: deleted
