rows = [("apple", 3, 1.5), ("kiwi", 12, 0.25)]
print(f"{'name':<8}|{'n':>4}|{'price':>8}")
print("-" * 22)
for name, n, price in rows:
    print(f"{name:<8}|{n:>4}|{price:>8.2f}")

# expect: name    |   n|   price
# expect: ----------------------
# expect: apple   |   3|    1.50
# expect: kiwi    |  12|    0.25
