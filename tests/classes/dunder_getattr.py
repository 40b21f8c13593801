class Lazy:
    real = 1

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        return f"made up {name}"


lazy = Lazy()
print(lazy.real, lazy.other, getattr(lazy, "_x", "default"), hasattr(lazy, "_x"))

# expect: 1 made up other default False
