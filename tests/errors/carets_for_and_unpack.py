def pairs():
    for a, b in [(1, 2), (3,)]:
        print(a, b)


pairs()

# expect: 1 2
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "carets_for_and_unpack.py", line 6, in <module>
# expect stderr:     pairs()
# expect stderr:     ~~~~~^^
# expect stderr:   File "carets_for_and_unpack.py", line 2, in pairs
# expect stderr:     for a, b in [(1, 2), (3,)]:
# expect stderr:         ^^^^
# expect stderr: ValueError: not enough values to unpack (expected 2, got 1)
# exit: 1
