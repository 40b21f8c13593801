for e in (
    Exception(), Exception("one"), Exception(1, 2), KeyError("k"), KeyError("a", "b"), OSError(2, "gone"),
    OSError(2, "gone", "file.txt"), OSError("plain"), StopIteration(5), SystemExit(3), UnicodeError("u"),
):
    print(str(e), "|", repr(e))

# expect:  | Exception()
# expect: one | Exception('one')
# expect: (1, 2) | Exception(1, 2)
# expect: 'k' | KeyError('k')
# expect: ('a', 'b') | KeyError('a', 'b')
# expect: [Errno 2] gone | FileNotFoundError(2, 'gone')
# expect: [Errno 2] gone: 'file.txt' | FileNotFoundError(2, 'gone')
# expect: plain | OSError('plain')
# expect: 5 | StopIteration(5)
# expect: 3 | SystemExit(3)
# expect: u | UnicodeError('u')
