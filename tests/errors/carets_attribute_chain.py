class A:
    b = None


a = A()
print(a.b.c.d)

# expect stderr: Traceback (most recent call last):
# expect stderr:   File "carets_attribute_chain.py", line 6, in <module>
# expect stderr:     print(a.b.c.d)
# expect stderr:           ^^^^^
# expect stderr: AttributeError: 'NoneType' object has no attribute 'c'
# exit: 1
