e = OSError(13, "denied", "f.txt")
print(type(e).__name__, e.errno, e.strerror, e.filename, e.args)
e = StopIteration("v")
print(e.value, e.args)
e = SystemExit("bye")
print(e.code)
e = ImportError("m", name="n", path="p")
print(e.name, e.path, e.msg)
e = ValueError("x")
e.extra = 1
print(e.extra, e.__dict__)

# expect: PermissionError 13 denied f.txt (13, 'denied')
# expect: v ('v',)
# expect: bye
# expect: n p m
# expect: 1 {'extra': 1}
