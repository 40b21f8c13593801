import sys

for line in sys.stdin:
    print(repr(line))
print(repr(sys.stdin.readline()))
# stdin: first
# stdin: second

# expect: 'first\n'
# expect: 'second\n'
# expect: ''
