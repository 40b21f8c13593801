# Each piece of output is written at once, also to a pipe.
# flags: -u
import sys

print(sys.stdout.write_through)  # expect: True
