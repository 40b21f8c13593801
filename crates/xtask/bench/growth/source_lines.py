"""Compiling a text with as many lines as the size."""
# size: 1000

import sys

n = int(sys.argv[1])
text = "\n".join(f"name{i % 50} = {i} + name{i % 7} if name{i % 3} else len('text {i}')" for i in range(n))
code = compile(text, "lines.py", "exec")
names = {f"name{i}": i for i in range(50)}
exec(code, names)
print(names[f"name{(n - 1) % 50}"])
