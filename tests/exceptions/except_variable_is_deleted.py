try:
    1 / 0
except ZeroDivisionError as e:
    kept = e
try:
    e
except NameError as error:
    print(error)  # expect: name 'e' is not defined
print(kept)  # expect: division by zero
