"""Walking over strings character by character."""
# size: 500, quick 5

import sys


def run(n):
    text, letters, vowels, code = "Lorem ipsum dolor sit amet, consectetur! " * 250, 0, 0, 0
    for _ in range(n):
        for c in text:
            if c.isalpha():
                letters += 1
                if c in "aeiou":
                    vowels += 1
            else:
                code = (code * 31 + ord(c)) % 65521
    return letters, vowels, code


print(run(int(sys.argv[1])))
