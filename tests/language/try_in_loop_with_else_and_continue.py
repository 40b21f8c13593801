for n in (0, 1, 2, 3):
    try:
        if n == 0:
            continue
        if n == 3:
            break
        10 / (n - 1)
    except ZeroDivisionError:
        print(n, "zero")
    else:
        print(n, "fine")
    finally:
        print(n, "finally")
else:
    print("not reached")

# expect: 0 finally
# expect: 1 zero
# expect: 1 finally
# expect: 2 fine
# expect: 2 finally
# expect: 3 finally
