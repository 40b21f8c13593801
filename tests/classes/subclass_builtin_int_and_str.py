class Celsius(int):
    def hot(self):
        return self > 30


class Name(str):
    def __new__(cls, text):
        return super().__new__(cls, text.title())


c = Celsius(35)
print(c, c.hot(), c + 1, type(c + 1).__name__, repr(c))
n = Name("ada lovelace")
print(n, n.upper(), isinstance(n, str), len(n), n == "Ada Lovelace")

# expect: 35 True 36 int 35
# expect: Ada Lovelace ADA LOVELACE True 12 True
