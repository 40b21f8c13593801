def tag(name):
    print("make", name)

    def wrap(function):
        print("apply", name)

        def inner(*args):
            return f"<{name}>" + function(*args) + f"</{name}>"

        return inner

    return wrap


@tag("b")
@tag("i")
def text(s):
    return s


print(text("hi"))

# expect: make b
# expect: make i
# expect: apply i
# expect: apply b
# expect: <b><i>hi</i></b>
