import _cycle_b

name = "a"


def show():
    return _cycle_b.name + name
