import warnings


def old():
    warnings.warn("old() is deprecated", DeprecationWarning, stacklevel=2)


warnings.warn("careful")
old()
for _ in range(2):
    warnings.warn("same place only once")

# expect stderr: warnings_warn.py:8: UserWarning: careful
# expect stderr:   warnings.warn("careful")
# expect stderr: warnings_warn.py:9: DeprecationWarning: old() is deprecated
# expect stderr:   old()
# expect stderr: warnings_warn.py:11: UserWarning: same place only once
# expect stderr:   warnings.warn("same place only once")
