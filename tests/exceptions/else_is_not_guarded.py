try:
    try:
        pass
    except ValueError:
        print("not reached")
    else:
        raise ValueError("from else")
except ValueError as error:
    print("outer", error)  # expect: outer from else
