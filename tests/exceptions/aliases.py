print(IOError is OSError, EnvironmentError is OSError)  # expect: True True
