import random

random.seed(42)
print(random.random(), random.random())
print([random.randint(1, 100) for _ in range(5)], random.randrange(0, 10, 3), random.choice("abc"), random.uniform(1, 2))
items = list(range(8))
random.shuffle(items)
print(items, random.sample(range(100), 4), random.choices("xyz", k=4), random.getrandbits(40))
print(random.gauss(0, 1), random.expovariate(2), random.triangular(0, 1, 0.5), random.choices([1, 2], weights=[9, 1], k=5))

# expect: 0.6394267984578837 0.025010755222666936
# expect: [36, 32, 29, 18, 95] 0 c 1.7406677446676757
# expect: [7, 2, 5, 6, 0, 3, 4, 1] [29, 64, 77, 3] ['y', 'z', 'z', 'y'] 646174432554
# expect: -0.35546272859814737 0.7110796791256626 0.28254142738445465 [1, 1, 1, 1, 1]
