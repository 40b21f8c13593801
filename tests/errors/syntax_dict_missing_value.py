x = {"a": }

# expect stderr:   File "syntax_dict_missing_value.py", line 1
# expect stderr:     x = {"a": }
# expect stderr:             ^
# expect stderr: SyntaxError: expression expected after dictionary key and ':'
# exit: 1
