import os

path = f"/tmp/gilscope-open-{os.getpid()}.txt"
with open(path, "w") as f:
    print(f.write("one\ntwo\n"))  # expect: 8
    f.writelines(["three\n", "four"])
with open(path) as f:
    print(f.readline(), end="")  # expect: one
    print(f.read().split())  # expect: ['two', 'three', 'four']
with open(path) as f:
    print([line.rstrip() for line in f], f.closed)  # expect: ['one', 'two', 'three', 'four'] False
print(f.closed)  # expect: True
with open(path, "a", encoding="utf-8") as f:
    f.write("é")
with open(path, "rb") as f:
    print(f.read()[-2:])  # expect: b'\xc3\xa9'
with open(path) as f:
    print(f.readlines())  # expect: ['one\n', 'two\n', 'three\n', 'fouré']
try:
    f.read()
except ValueError as error:
    print(error)  # expect: I/O operation on closed file.
os.remove(path)
print(os.path.exists(path))  # expect: False
