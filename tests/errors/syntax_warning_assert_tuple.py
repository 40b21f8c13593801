assert (1, "message")
print("passed")

# expect: passed
# expect stderr: syntax_warning_assert_tuple.py:1: SyntaxWarning: assertion is always true, perhaps remove parentheses?
# expect stderr:   assert (1, "message")
