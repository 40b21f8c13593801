try:
    {}["k"]
except KeyError as error:
    print(error, str(error) == "'k'", error.args[0])  # expect: 'k' True k
