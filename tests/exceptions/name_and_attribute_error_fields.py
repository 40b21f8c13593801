try:
    missing_name
except NameError as error:
    print(error.name)  # expect: missing_name
try:
    [].missing
except AttributeError as error:
    print(error.name, error.obj)  # expect: missing []
