caught = 0
for i in range(20_000):
    try:
        raise ValueError(i)
    except ValueError as error:
        caught += error.args[0] == i
print(caught)  # expect: 20000
