try:
    import no_such_module
except ImportError as error:
    print(type(error).__name__, error, error.name)
try:
    from os import no_such_name
except ImportError as error:
    print(str(error).split(" (")[0])

# expect: ModuleNotFoundError No module named 'no_such_module' no_such_module
# expect: cannot import name 'no_such_name' from 'os'
