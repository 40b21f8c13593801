größe = "ä" + "ö"; wert = größe + 1

# expect stderr: Traceback (most recent call last):
# expect stderr:   File "carets_unicode_line.py", line 1, in <module>
# expect stderr:     größe = "ä" + "ö"; wert = größe + 1
# expect stderr:                               ~~~~~~^~~
# expect stderr: TypeError: can only concatenate str (not "int") to str
# exit: 1
