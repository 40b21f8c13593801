d = {}
del d["missing"], d["never reached"]

# expect stderr: Traceback (most recent call last):
# expect stderr:   File "carets_delete_and_import.py", line 2, in <module>
# expect stderr:     del d["missing"], d["never reached"]
# expect stderr:         ~^^^^^^^^^^^
# expect stderr: KeyError: 'missing'
# exit: 1
