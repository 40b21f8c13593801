import io

b = io.BytesIO(b"abc\ndef")
print(b.read(2), b.readline(), b.tell(), b.seek(0, 2), b.write(b"!"), b.getvalue())
t = io.StringIO("one\ntwo\n")
print([line for line in t], t.seek(0), t.read(3), t.closed)
t.close()
try:
    t.read()
except ValueError as error:
    print(error)

# expect: b'ab' b'c\n' 4 7 1 b'abc\ndef!'
# expect: ['one\n', 'two\n'] 0 one False
# expect: I/O operation on closed file
