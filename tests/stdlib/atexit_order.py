import atexit


@atexit.register
def last():
    print("registered first, runs last")


atexit.register(print, "with arguments", end="!\n")
print("main")

# expect: main
# expect: with arguments!
# expect: registered first, runs last
