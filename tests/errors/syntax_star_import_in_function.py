def f():
    from math import *

# expect stderr:   File "syntax_star_import_in_function.py", line 2
# expect stderr:     from math import *
# expect stderr:                      ^
# expect stderr: SyntaxError: import * only allowed at module level
# exit: 1
