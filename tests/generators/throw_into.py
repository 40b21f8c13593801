def g():
    while True:
        try:
            yield "waiting"
        except ValueError as error:
            print("inside:", error)
            yield "handled"


it = g()
print(next(it))
print(it.throw(ValueError("from outside")))
print(next(it))
try:
    it.throw(KeyError("not handled"))
except KeyError as error:
    print("came back", error)
print(list(it))

# expect: waiting
# expect: inside: from outside
# expect: handled
# expect: waiting
# expect: came back 'not handled'
# expect: []
