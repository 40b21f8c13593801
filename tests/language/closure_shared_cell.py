def pair():
    value = 1

    def get():
        return value

    def put(new):
        nonlocal value
        value = new

    return get, put


get, put = pair()
put(42)
print(get())  # expect: 42
print(get.__closure__[0].cell_contents)  # expect: 42
