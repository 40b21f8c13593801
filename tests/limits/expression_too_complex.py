# skip cpython: its stacks have no such limit
# expect: SystemError expression too complex
try:
    exec("@a\n" * 300 + "def f(): pass", {"a": print})
except SystemError as e:
    print("SystemError", e)
