class A:
    def run(self, items):
        return [self.one(i) for i in items]

    def one(self, i):
        return 1 // i


A().run([1, 0])

# expect stderr: Traceback (most recent call last):
# expect stderr:   File "uncaught_in_method_and_comprehension.py", line 9, in <module>
# expect stderr:     A().run([1, 0])
# expect stderr:     ~~~~~~~^^^^^^^^
# expect stderr:   File "uncaught_in_method_and_comprehension.py", line 3, in run
# expect stderr:     return [self.one(i) for i in items]
# expect stderr:             ~~~~~~~~^^^
# expect stderr:   File "uncaught_in_method_and_comprehension.py", line 6, in one
# expect stderr:     return 1 // i
# expect stderr:            ~~^^~~
# expect stderr: ZeroDivisionError: integer division or modulo by zero
# exit: 1
