import warnings

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    warnings.warn("one")
    warnings.warn("two", DeprecationWarning)
print([(str(w.message), w.category.__name__, w.lineno) for w in caught])
warnings.filterwarnings("error", message="bad.*")
try:
    warnings.warn("bad thing")
except UserWarning as error:
    print(repr(error))
print(warnings.formatwarning("text", UserWarning, "file.py", 3, "x = 1"), end="")

# expect: [('one', 'UserWarning', 5), ('two', 'DeprecationWarning', 6)]
# expect: UserWarning('bad thing')
# expect: file.py:3: UserWarning: text
# expect:   x = 1
