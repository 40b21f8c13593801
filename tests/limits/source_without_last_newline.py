# expect: no newline at the end
if True:
    print("no newline at the end")