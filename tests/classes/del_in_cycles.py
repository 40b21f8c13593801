# In a cycle an object lives until the collector runs; __del__ may bring it back, and is called only once.
import gc


class Phoenix:
    def __del__(self):
        global ash
        ash = self
        print("rising")


bird = Phoenix()
bird.me = bird
del bird
print(gc.collect(), type(ash).__name__)
# expect: rising
# expect: 0 Phoenix
del ash
print(gc.collect())
# expect: 1


class Broken:
    def __del__(self):
        raise ValueError("in __del__")


broken = Broken()
broken.me = broken
del broken
gc.collect()
print("goes on")
# expect: goes on
# expect stderr match: Exception ignored in: <function Broken.__del__ at *>
# expect stderr: Traceback (most recent call last):
# expect stderr match: *, line *, in __del__
# expect stderr:     raise ValueError("in __del__")
# expect stderr: ValueError: in __del__
