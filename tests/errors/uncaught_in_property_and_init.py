class A:
    def __init__(self):
        self.check()

    def check(self):
        return self.value

    @property
    def value(self):
        raise RuntimeError("not ready")


A()

# expect stderr: Traceback (most recent call last):
# expect stderr:   File "uncaught_in_property_and_init.py", line 13, in <module>
# expect stderr:     A()
# expect stderr:     ~^^
# expect stderr:   File "uncaught_in_property_and_init.py", line 3, in __init__
# expect stderr:     self.check()
# expect stderr:     ~~~~~~~~~~^^
# expect stderr:   File "uncaught_in_property_and_init.py", line 6, in check
# expect stderr:     return self.value
# expect stderr:            ^^^^^^^^^^
# expect stderr:   File "uncaught_in_property_and_init.py", line 10, in value
# expect stderr:     raise RuntimeError("not ready")
# expect stderr: RuntimeError: not ready
# exit: 1
