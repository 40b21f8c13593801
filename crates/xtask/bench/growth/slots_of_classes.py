"""As many classes as the size, one instance of each, one attribute read of each."""
# size: 300

import sys

classes = [type(f"Kind{i}", (), {"mark": i}) for i in range(int(sys.argv[1]))]
things = [kind() for kind in classes]
for _ in range(10):
    total = sum(thing.mark for thing in things)
print(total)
