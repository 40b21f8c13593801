# expect error: IndentationError: unindent does not match any outer indentation level
if True:
    try:
  pass
