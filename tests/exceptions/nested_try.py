try:
    try:
        try:
            raise ValueError(1)
        except KeyError:
            print("not here")
        finally:
            print("inner finally")  # expect: inner finally
    except ValueError as error:
        print("caught", error)  # expect: caught 1
        raise TypeError(2)
except TypeError as error:
    print("then", error)  # expect: then 2
