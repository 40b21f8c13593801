# expect error: IndentationError: unexpected unindent
class Good:
    @staticmethod
print("no function to decorate")
