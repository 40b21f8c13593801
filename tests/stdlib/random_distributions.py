import random

random.seed(7)
print(random.sample(range(100), 5), random.choices("abc", weights=[5, 1, 1], k=5), random.getrandbits(40))
print(random.gauss(0, 1), random.expovariate(2), random.triangular(1, 5, 2), random.betavariate(1, 2))
x = list("abcdef")
random.shuffle(x)
print(x, random.randbytes(3), random.randrange(0, 100, 7))
for bad in (lambda: random.choice([]), lambda: random.randint(5, 1), lambda: random.sample([1], 2)):
    try:
        bad()
    except (IndexError, ValueError) as error:
        print(repr(error))

# expect: [41, 19, 50, 83, 6] ['a', 'a', 'a', 'a', 'a'] 94650323160
# expect: -0.3479674699979267 0.047547258869655704 2.3721168727871795 0.7307342084754881
# expect: ['d', 'b', 'c', 'a', 'e', 'f'] b'\xe2\xb1\x0c' 21
# expect: IndexError('Cannot choose from an empty sequence')
# expect: ValueError('empty range in randrange(5, 2)')
# expect: ValueError('Sample larger than population or is negative')
