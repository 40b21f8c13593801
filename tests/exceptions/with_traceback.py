error = ValueError("made")
print(error.__traceback__)  # expect: None
print(error.with_traceback(None) is error)  # expect: True
