class Animal:
    def __init__(self, name):
        self.name = name

    def speak(self):
        return f"{self.name} says {self.sound()}"

    def sound(self):
        return "..."


class Dog(Animal):
    def sound(self):
        return "woof"


print(Animal("it").speak(), Dog("Rex").speak(), sep="\n")
print(Dog.__bases__, Dog.__mro__)

# expect: it says ...
# expect: Rex says woof
# expect: (<class '__main__.Animal'>,) (<class '__main__.Dog'>, <class '__main__.Animal'>, <class 'object'>)
