# Texts, ints and tuples are sorted by their first bytes at first: where these are equal, the rest decides.
words = ["", "a", "a\0", "a\0b", "abcdefgh", "abcdefghi", "abcdefgh\0", "abcdefghijklmnop", "abcdefghijklmnopq", "abcdefghijklmnoo"]
words += ["é", "z", "€", "\U0001f600", "\uffff", "\ud7ff"]
shuffled = [words[i * 7 % 16] for i in range(16)]
by_characters = [[ord(c) for c in w] for w in sorted(shuffled)]
print(by_characters == sorted(by_characters), len(by_characters))

far = [0, -1, 1, 2**63 - 1, -(2**63), 5, -5]
print(sorted(far), sorted(far, reverse=True))

rows = [(i % 3, "abcdefgh" * (i % 2) + str(i % 5), i) for i in range(12)]
print([row[2] for row in sorted(rows)])
print([row[2] for row in sorted(rows, key=lambda row: (-row[0], row[1]))])
print([row[2] for row in sorted(rows, key=lambda row: (row[1], -row[2]))])
print([row[2] for row in sorted(rows, key=lambda row: (row[1],), reverse=True)])
print([row[2] for row in sorted(rows, key=lambda row: ())])

# expect: True 16
# expect: [-9223372036854775808, -5, -1, 0, 1, 5, 9223372036854775807] [9223372036854775807, 5, 1, 0, -1, -5, -9223372036854775808]
# expect: [0, 6, 3, 9, 10, 4, 1, 7, 2, 8, 5, 11]
# expect: [2, 8, 5, 11, 10, 4, 1, 7, 0, 6, 3, 9]
# expect: [10, 0, 6, 2, 8, 4, 5, 11, 1, 7, 3, 9]
# expect: [9, 3, 7, 1, 11, 5, 4, 8, 2, 6, 0, 10]
# expect: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]
