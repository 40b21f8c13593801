class A:
    limit = 5

    def get(self):
        try:
            return limit
        except NameError as error:
            return str(error)


print(A().get())  # expect: name 'limit' is not defined
