class A:
    print("in the body")
    for i in range(2):
        print(i)
    if i:
        def chosen(self):
            return "chosen"

    def unused():
        print("not run")


print(A.i, A().chosen(), A.__name__, A.__module__, A.__qualname__)

# expect: in the body
# expect: 0
# expect: 1
# expect: 1 chosen A __main__ A
