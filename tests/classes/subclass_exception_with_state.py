class AppError(Exception):
    def __init__(self, code, text):
        super().__init__(text)
        self.code = code

    def __str__(self):
        return f"[{self.code}] {super().__str__()}"


try:
    raise AppError(7, "broken")
except AppError as error:
    print(error, error.args, error.code, repr(error))  # expect: [7] broken ('broken',) 7 AppError('broken')
