"""Helper module."""
print("shapes is loaded")
sides = 4
_private = "hidden from star"


def area(a, b):
    return a * b


class Square:
    def __init__(self, a):
        self.a = a
