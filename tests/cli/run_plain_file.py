# command: {script} a b
# expect: ['a', 'b']
import sys

print(sys.argv[1:])
