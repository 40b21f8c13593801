import io

s = io.StringIO("one\ntwo\n")
print(s.readline(), s.read(), repr(s.read()), s.seek(0), list(s), s.tell(), sep="|")
s = io.StringIO()
print(s.write("abc"), s.getvalue(), s.seek(1), s.read(1), s.truncate(0), repr(s.getvalue()))
b = io.BytesIO(b"xyz")
print(b.read(2), b.getvalue())
s.close()
try:
    s.read()
except ValueError as error:
    print(error)

# expect: one
# expect: |two
# expect: |''|0|['one\n', 'two\n']|8
# expect: 3 abc 1 b 0 ''
# expect: b'xy' b'xyz'
# expect: I/O operation on closed file
