import random

a, b = random.Random(7), random.Random(7)
print(a.random() == b.random(), a.randint(1, 6), random.Random("abc").random(), random.Random(1.5).random(), random.Random(2 ** 70).random())
for call in (lambda: random.choice([]), lambda: random.randint(5, 1), lambda: random.sample([1], 2), lambda: random.randrange(0)):
    try:
        call()
    except (IndexError, ValueError) as error:
        print(type(error).__name__, error)

# expect: True 2 0.7720246314157545 0.551763726942059 0.2327882718301838
# expect: IndexError Cannot choose from an empty sequence
# expect: ValueError empty range in randrange(5, 2)
# expect: ValueError Sample larger than population or is negative
# expect: ValueError empty range for randrange()
