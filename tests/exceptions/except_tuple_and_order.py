def kind(error):
    try:
        raise error
    except (KeyError, IndexError):
        return "lookup"
    except ArithmeticError:
        return "arithmetic"
    except Exception as e:
        return "other " + type(e).__name__


print(kind(KeyError()), kind(IndexError()), kind(ZeroDivisionError()), kind(OverflowError()), kind(ValueError()))

# expect: lookup lookup arithmetic arithmetic other ValueError
