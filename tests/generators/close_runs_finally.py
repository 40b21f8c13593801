def g():
    try:
        yield 1
        yield 2
    except GeneratorExit:
        print("GeneratorExit")  # expect: GeneratorExit
        raise
    finally:
        print("finally")  # expect: finally


it = g()
next(it)
it.close()
it.close()
print(list(it))  # expect: []
