# command: run {script} --model -x --help -- -c
# expect: ['--model', '-x', '--help', '--', '-c']
import sys

print(sys.argv[1:])
