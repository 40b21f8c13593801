class Account:
    def __init__(self):
        self.balance = 1


Account().balanse

# expect stderr: Traceback (most recent call last):
# expect stderr:   File "attribute_error_suggestion.py", line 6, in <module>
# expect stderr:     Account().balanse
# expect stderr: AttributeError: 'Account' object has no attribute 'balanse'. Did you mean: 'balance'?
# exit: 1
