from __future__ import nothing_like_this

# expect stderr:   File "syntax_future_unknown.py", line 1
# expect stderr:     from __future__ import nothing_like_this
# expect stderr:     ^
# expect stderr: SyntaxError: future feature nothing_like_this is not defined
# exit: 1
