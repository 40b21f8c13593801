class C:
    n = 3
    try:
        bad = [n for _ in range(2)]
    except NameError as error:
        print(error)  # expect: name 'n' is not defined
