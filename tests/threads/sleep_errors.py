import time

for bad in (-1, -0.5, "a", None):
    try:
        time.sleep(bad)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
print(time.sleep(0), time.sleep(0.001))

# expect: ValueError sleep length must be non-negative
# expect: ValueError sleep length must be non-negative
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: TypeError 'NoneType' object cannot be interpreted as an integer
# expect: None None
