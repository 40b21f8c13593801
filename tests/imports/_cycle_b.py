import _cycle_a

name = "b"
seen = hasattr(_cycle_a, "name")
