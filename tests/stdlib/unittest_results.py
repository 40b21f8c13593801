# What a run of tests prints: dots, reports of failures, the summary.
import unittest


class Kinds(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        print("set up the class")

    @classmethod
    def tearDownClass(cls):
        print("tear down the class")

    def setUp(self):
        self.number = 1

    def test_success(self):
        self.assertEqual(self.number, 1)

    def test_failure(self):
        """What it is about."""
        self.assertEqual(self.number, 2, "why")

    def test_error(self):
        raise ValueError("no")

    def test_parts(self):
        for number in range(3):
            with self.subTest(number=number):
                self.assertLess(number, 2)

    @unittest.skip("not today")
    def test_skipped(self):
        self.fail("it is not run")

    @unittest.expectedFailure
    def test_expected_failure(self):
        self.fail("as expected")

    @unittest.expectedFailure
    def test_unexpected_success(self):
        pass

    def test_without_exception(self):
        with self.assertRaises(ValueError):
            pass

    def test_with_exceptions(self):
        with self.assertRaises(ZeroDivisionError) as caught:
            1 / 0
        print(caught.exception)
        with self.assertRaisesRegex(ValueError, "inv.*"):
            int("x")
        self.assertRaises(KeyError, lambda: {}[1])
        self.addCleanup(print, "cleaned up")
        with self.assertLogs("worker", "INFO") as logs:
            import logging
            logging.getLogger("worker").warning("late")
        print(logs.output)


result = unittest.main(exit=False, argv=["tests"], verbosity=2).result
print(result.testsRun, len(result.failures), len(result.errors), result.wasSuccessful())
for test, text in result.failures + result.errors:
    print(test.id(), text.splitlines()[-1])

# expect: set up the class
# expect: division by zero
# expect: ['WARNING:worker:late']
# expect: cleaned up
# expect: tear down the class
# expect: 9 3 1 False
# expect: __main__.Kinds.test_failure AssertionError: 1 != 2 : why
# expect: __main__.Kinds.test_parts (number=2) AssertionError: 2 not less than 2
# expect: __main__.Kinds.test_without_exception AssertionError: ValueError not raised
# expect: __main__.Kinds.test_error ValueError: no
# expect stderr some: test_error (__main__.Kinds.test_error) ... ERROR
# expect stderr some: test_failure (__main__.Kinds.test_failure)
# expect stderr some: What it is about. ... FAIL
# expect stderr some: test_expected_failure (__main__.Kinds.test_expected_failure) ... expected failure
# expect stderr some:   test_parts (__main__.Kinds.test_parts) (number=2) ... FAIL
# expect stderr some: test_skipped (__main__.Kinds.test_skipped) ... skipped 'not today'
# expect stderr some: test_unexpected_success (__main__.Kinds.test_unexpected_success) ... unexpected success
# expect stderr some: ERROR: test_error (__main__.Kinds.test_error)
# expect stderr some:     raise ValueError("no")
# expect stderr some: FAIL: test_failure (__main__.Kinds.test_failure)
# expect stderr some:     self.assertEqual(self.number, 2, "why")
# expect stderr some: UNEXPECTED SUCCESS: test_unexpected_success (__main__.Kinds.test_unexpected_success)
# expect stderr some: Ran 9 tests in
# expect stderr some: FAILED (failures=3, errors=1, skipped=1, expected failures=1, unexpected successes=1)
