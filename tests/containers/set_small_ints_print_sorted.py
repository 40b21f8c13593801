print({3, 1, 2}, set(range(5)), {0, -0, 0.0})  # expect: {1, 2, 3} {0, 1, 2, 3, 4} {0}
print(sorted({"b", "a"}), len({"a", "a"}), {True, 1})  # expect: ['a', 'b'] 1 {True}
