import _thread

for call in (
    lambda: _thread.start_new_thread(5, ()),
    lambda: _thread.start_new_thread(print, [1]),
    lambda: _thread.start_new_thread(print, (), 5),
    lambda: _thread.start_new_thread(print),
    lambda: _thread.start_new_thread(),
):
    try:
        call()
    except TypeError as error:
        print(error)
print(_thread.error is RuntimeError, _thread.LockType.__name__, _thread.TIMEOUT_MAX > 1e9)

# expect: first arg must be callable
# expect: 2nd arg must be a tuple
# expect: optional 3rd arg must be a dictionary
# expect: start_new_thread expected at least 2 arguments, got 1
# expect: start_new_thread expected at least 2 arguments, got 0
# expect: True lock True
