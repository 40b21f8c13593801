# command: compare {script} --models py3.13 --cpus 1 --width 80 -- 3
# expect some: in sequence
# expect some: py3.13
import sys

print(sum(range(int(sys.argv[1]))))
