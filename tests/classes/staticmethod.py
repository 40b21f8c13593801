class Math:
    @staticmethod
    def add(a, b):
        return a + b

    def twice(self, a):
        return self.add(a, a)


print(Math.add(1, 2), Math().add(3, 4), Math().twice(5), type(Math.__dict__["add"]).__name__)

# expect: 3 7 10 staticmethod
