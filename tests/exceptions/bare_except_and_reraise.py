def f():
    try:
        {}["k"]
    except:
        print("seen")  # expect: seen
        raise


try:
    f()
except KeyError as error:
    print("again", error)  # expect: again 'k'
try:
    raise
except RuntimeError as error:
    print(error)  # expect: No active exception to reraise
