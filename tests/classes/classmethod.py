class Date:
    def __init__(self, text):
        self.text = text

    @classmethod
    def today(cls):
        return cls("today")


class Special(Date):
    pass


print(Date.today().text, type(Special.today()).__name__, type(Date("x").today()).__name__)
print(Date.today.__self__ is Date)

# expect: today Special Date
# expect: True
