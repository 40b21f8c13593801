values = [3, 2, 1, 0, 9]
print(list(iter(lambda: values.pop(0), 0)), values)  # expect: [3, 2, 1] [9]
