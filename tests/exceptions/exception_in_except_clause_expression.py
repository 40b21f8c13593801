def kind():
    print("evaluated only when something was raised")  # expect: evaluated only when something was raised
    return ValueError


try:
    pass
except kind():
    pass
try:
    raise ValueError
except kind():
    print("caught")  # expect: caught
