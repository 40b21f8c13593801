class Plugin:
    found = []

    def __init_subclass__(cls, /, tag="none", **kwargs):
        super().__init_subclass__(**kwargs)
        cls.found.append((cls.__name__, tag))


class A(Plugin): pass


class B(Plugin, tag="special"): pass


print(Plugin.found)  # expect: [('A', 'none'), ('B', 'special')]
