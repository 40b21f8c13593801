# command: -c 1/0
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "<string>", line 1, in <module>
# expect stderr:     1/0
# expect stderr:     ~^~
# expect stderr: ZeroDivisionError: division by zero
# exit: 1
