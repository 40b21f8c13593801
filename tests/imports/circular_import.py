import _cycle_a

print(_cycle_a.show(), _cycle_a._cycle_b.seen)  # expect: ba False
