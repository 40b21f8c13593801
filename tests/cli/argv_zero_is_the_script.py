# args: one
# expect: argv_zero_is_the_script.py ['one']
import os.path
import sys

print(os.path.basename(sys.argv[0]), sys.argv[1:])
