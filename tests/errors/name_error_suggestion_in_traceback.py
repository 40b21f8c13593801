counter = 5
print(countr)

# expect stderr: Traceback (most recent call last):
# expect stderr:   File "name_error_suggestion_in_traceback.py", line 2, in <module>
# expect stderr:     print(countr)
# expect stderr:           ^^^^^^
# expect stderr: NameError: name 'countr' is not defined. Did you mean: 'counter'?
# exit: 1
