# a comment at the top

def f():  # after a colon

    # inside, deeper than nothing

    return 1  # after a value

        # oddly indented comment
print(f())
if True: print("one line"); print("two statements")

# expect: 1
# expect: one line
# expect: two statements
