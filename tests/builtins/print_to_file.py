import io
import sys

print("to stderr", file=sys.stderr)
print("to stdout", file=sys.stdout, flush=True)
buffer = io.StringIO()
print(1, 2, sep="+", file=buffer)
print(repr(buffer.getvalue()))


class Writer:
    def write(self, text):
        parts.append(text)


parts = []
print("a", "b", file=Writer())
print(parts)

# expect: to stdout
# expect: '1+2\n'
# expect: ['a', ' ', 'b', '\n']
# expect stderr: to stderr
