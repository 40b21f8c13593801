class A:
    __secret = 1

    def get(self):
        return self.__secret

    def _A__other(self):
        return "mangled by hand"

    def call(self):
        return self.__other()


a = A()
print(a.get(), a.call(), hasattr(a, "__secret"), a._A__secret)  # expect: 1 mangled by hand False 1
