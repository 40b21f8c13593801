for call in (
    lambda: b"\xff".decode(), lambda: "é".encode("ascii"), lambda: b"a" + "b", lambda: "a" in b"abc",
    lambda: b"abc".find("b"), lambda: b"\xff".decode("ascii"), lambda: "x".encode("no-such"),
):
    try:
        call()
    except (UnicodeError, TypeError, LookupError) as error:
        print(type(error).__name__, error)
print(b"\xff\x41".decode("utf-8", "replace") == "\ufffdA", "é!".encode("ascii", "ignore"))

# expect: UnicodeDecodeError 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte
# expect: UnicodeEncodeError 'ascii' codec can't encode character '\xe9' in position 0: ordinal not in range(128)
# expect: TypeError can't concat str to bytes
# expect: TypeError a bytes-like object is required, not 'str'
# expect: TypeError argument should be integer or bytes-like object, not 'str'
# expect: UnicodeDecodeError 'ascii' codec can't decode byte 0xff in position 0: ordinal not in range(128)
# expect: LookupError unknown encoding: no-such
# expect: True b'!'
