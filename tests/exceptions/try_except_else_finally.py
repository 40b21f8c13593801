def f(n):
    try:
        print("try", n)
        10 / n
    except ZeroDivisionError as error:
        print("except", error)
    else:
        print("else")
    finally:
        print("finally")


f(1)
f(0)

# expect: try 1
# expect: else
# expect: finally
# expect: try 0
# expect: except division by zero
# expect: finally
