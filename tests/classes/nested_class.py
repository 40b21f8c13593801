class Outer:
    class Inner:
        value = 1

        def f(self):
            return type(self).__qualname__

    def make(self):
        return self.Inner()


print(Outer().make().f(), Outer.Inner.value, Outer.Inner)  # expect: Outer.Inner 1 <class '__main__.Outer.Inner'>
