class Ctx:
    def __enter__(self): return self
    def __exit__(self, *info): print("exit")


with Ctx():
    None.attribute

# expect: exit
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "uncaught_in_with.py", line 7, in <module>
# expect stderr:     None.attribute
# expect stderr: AttributeError: 'NoneType' object has no attribute 'attribute'
# exit: 1
