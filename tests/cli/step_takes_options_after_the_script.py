# command: step {script} --plain --lines 3 --seed 3 -- x
# expect some: seed 3
# expect some: more with --at
import sys

assert sys.argv[1:] == ["x"]
print("done")
