class A:
    def get(self):
        return self.__dict__.get("v", "unset")

    def put(self, v):
        self.__dict__["v"] = v

    x = property(get, put, doc="about x")


a = A()
print(a.x)  # expect: unset
a.x = 3
print(a.x, A.x.__doc__, A.x.fget is A.get)  # expect: 3 about x True
