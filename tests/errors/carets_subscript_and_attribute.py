d = {"a": {"b": None}}
value = d["a"]["b"]["c"] + d["a"]["z"]

# expect stderr: Traceback (most recent call last):
# expect stderr:   File "carets_subscript_and_attribute.py", line 2, in <module>
# expect stderr:     value = d["a"]["b"]["c"] + d["a"]["z"]
# expect stderr:             ~~~~~~~~~~~^^^^^
# expect stderr: TypeError: 'NoneType' object is not subscriptable
# exit: 1
