def f(how):
    for _ in (1,):
        try:
            if how == "return":
                return "returned"
            if how == "break":
                break
            if how == "continue":
                continue
            if how == "raise":
                raise ValueError
        finally:
            print("finally after", how)
    return "end"


for how in ("return", "break", "continue", "nothing"):
    print(f(how))
try:
    f("raise")
except ValueError:
    print("raised")

# expect: finally after return
# expect: returned
# expect: finally after break
# expect: end
# expect: finally after continue
# expect: end
# expect: finally after nothing
# expect: end
# expect: finally after raise
# expect: raised
