total = 1 + \
    2 + \
    3
print(total)  # expect: 6
values = [
    1,
    2,  # with a comment

    3,
]
print(values)  # expect: [1, 2, 3]
text = ("one "
        "two "
        'three')
print(text)  # expect: one two three
