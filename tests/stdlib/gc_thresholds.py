# The thresholds are remembered, though the collector here goes by memory.
import gc

print(gc.get_threshold())
gc.set_threshold(500)
print(gc.get_threshold())
gc.set_threshold(700, 20, 5)
print(gc.get_threshold(), len(gc.get_count()), len(gc.get_stats()))
# expect: (2000, 10, 10)
# expect: (500, 10, 10)
# expect: (700, 20, 5) 3 3
