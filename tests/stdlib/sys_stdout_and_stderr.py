import sys

print(sys.stdout.write("written\n"))
sys.stderr.write("to stderr\n")
sys.stdout.flush()
print(sys.stdin.read().split(), sys.__stdout__ is sys.stdout)
# stdin: a b
# stdin: c

# expect: written
# expect: 8
# expect: ['a', 'b', 'c'] True
# expect stderr: to stderr
