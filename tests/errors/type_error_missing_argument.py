class Worker:
    def work(self, job, *, speed):
        pass


Worker().work("dig")

# expect stderr: Traceback (most recent call last):
# expect stderr:   File "type_error_missing_argument.py", line 6, in <module>
# expect stderr:     Worker().work("dig")
# expect stderr:     ~~~~~~~~~~~~~^^^^^^^
# expect stderr: TypeError: Worker.work() missing 1 required keyword-only argument: 'speed'
# exit: 1
