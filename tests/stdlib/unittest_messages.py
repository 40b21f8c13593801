# What the assertions say when they fail.
import unittest


class Messages(unittest.TestCase):
    maxDiff = None

    def test_messages(self):
        for check in (
            lambda: self.assertTrue(0),
            lambda: self.assertIn(1, []),
            lambda: self.assertIsNone(1),
            lambda: self.assertIs(1, 2),
            lambda: self.assertIsInstance(1, str),
            lambda: self.assertAlmostEqual(1, 1.1),
            lambda: self.assertGreater(1, 2),
            lambda: self.assertRegex('a', 'b'),
            lambda: self.assertNotEqual(1, 1),
            lambda: self.assertFalse(1),
            lambda: self.assertNotIn(1, [1]),
            lambda: self.assertIsNotNone(None),
            lambda: self.assertCountEqual([1,2], [1,3]),
            lambda: self.assertListEqual([1,2],[1,3]),
            lambda: self.assertEqual({'a':1},{'a':2}),
            lambda: self.assertEqual('a\nb\n','a\nc\n'),
            lambda: self.assertEqual((1,),(1,2)),
            lambda: self.assertEqual({1},{2}),
            lambda: self.assertRaises(ValueError, int, '1'),
            lambda: self.assertNotIsInstance(1, int),
            lambda: self.assertNotRegex('a','a'),
            lambda: self.assertNotAlmostEqual(1,1),
            lambda: self.assertAlmostEqual(1, 2, delta=.5),
            lambda: self.assertEqual('abc', 'abd'),
            lambda: self.fail(),
            lambda: self.assertEqual(list(range(40)), list(range(39))),
            lambda: self.assertEqual("x" * 90 + "y", "x" * 90 + "z"),
            lambda: self.assertDictEqual({1: 2}, []),
            lambda: self.assertSequenceEqual([1, 2, 3], (1, 2, 4)),
            lambda: self.assertCountEqual([[1], [2]], [[1], [1]]),
            lambda: self.assertLessEqual(2, 1),
            lambda: self.assertGreaterEqual(1, 2),
            lambda: self.assertEqual(1, 2, "message"),
            lambda: self.assertTrue([], "message"),
        ):
            try:
                check()
            except AssertionError as error:
                print(error)
                print("--")

    def test_wrong_uses(self):
        for use in (
            lambda: self.assertRaises(1),
            lambda: self.assertRaises(ValueError, unknown=1),
            lambda: self.assertAlmostEqual(1, 2, places=1, delta=1),
            lambda: unittest.TestSuite([1]),
            lambda: unittest.TestSuite("abc"),
            lambda: Messages("nothing"),
        ):
            try:
                use()
            except (TypeError, ValueError) as error:
                print(type(error).__name__, error)


unittest.main(exit=False, argv=["messages"], testRunner=unittest.TextTestRunner(stream=open("/dev/null", "w")))
print(Messages("test_messages"), repr(Messages("test_messages")), Messages("test_messages").id())
print(unittest.defaultTestLoader.getTestCaseNames(Messages), unittest.TestSuite())

# expect: 0 is not true
# expect: --
# expect: 1 not found in []
# expect: --
# expect: 1 is not None
# expect: --
# expect: 1 is not 2
# expect: --
# expect: 1 is not an instance of <class 'str'>
# expect: --
# expect: 1 != 1.1 within 7 places (0.10000000000000009 difference)
# expect: --
# expect: 1 not greater than 2
# expect: --
# expect: Regex didn't match: 'b' not found in 'a'
# expect: --
# expect: 1 == 1
# expect: --
# expect: 1 is not false
# expect: --
# expect: 1 unexpectedly found in [1]
# expect: --
# expect: unexpectedly None
# expect: --
# expect: Element counts were not equal:
# expect: First has 1, Second has 0:  2
# expect: First has 0, Second has 1:  3
# expect: --
# expect: Lists differ: [1, 2] != [1, 3]
# expect:
# expect: First differing element 1:
# expect: 2
# expect: 3
# expect:
# expect: - [1, 2]
# expect: ?     ^
# expect:
# expect: + [1, 3]
# expect: ?     ^
# expect:
# expect: --
# expect: {'a': 1} != {'a': 2}
# expect: - {'a': 1}
# expect: ?       ^
# expect:
# expect: + {'a': 2}
# expect: ?       ^
# expect:
# expect: --
# expect: 'a\nb\n' != 'a\nc\n'
# expect:   a
# expect: - b
# expect: + c
# expect:
# expect: --
# expect: Tuples differ: (1,) != (1, 2)
# expect:
# expect: Second tuple contains 1 additional elements.
# expect: First extra element 1:
# expect: 2
# expect:
# expect: - (1,)
# expect: + (1, 2)
# expect: ?    ++
# expect:
# expect: --
# expect: Items in the first set but not the second:
# expect: 1
# expect: Items in the second set but not the first:
# expect: 2
# expect: --
# expect: ValueError not raised by int
# expect: --
# expect: 1 is an instance of <class 'int'>
# expect: --
# expect: Regex matched: 'a' matches 'a' in 'a'
# expect: --
# expect: 1 == 1 within 7 places
# expect: --
# expect: 1 != 2 within 0.5 delta (1 difference)
# expect: --
# expect: 'abc' != 'abd'
# expect: - abc
# expect: ?   ^
# expect: + abd
# expect: ?   ^
# expect:
# expect: --
# expect: None
# expect: --
# expect: Lists differ: [0, 1[82 chars]24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39] != [0, 1[82 chars]24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38]
# expect:
# expect: First list contains 1 additional elements.
# expect: First extra element 39:
# expect: 39
# expect:
# expect:   [0,
# expect:    1,
# expect:    2,
# expect:    3,
# expect:    4,
# expect:    5,
# expect:    6,
# expect:    7,
# expect:    8,
# expect:    9,
# expect:    10,
# expect:    11,
# expect:    12,
# expect:    13,
# expect:    14,
# expect:    15,
# expect:    16,
# expect:    17,
# expect:    18,
# expect:    19,
# expect:    20,
# expect:    21,
# expect:    22,
# expect:    23,
# expect:    24,
# expect:    25,
# expect:    26,
# expect:    27,
# expect:    28,
# expect:    29,
# expect:    30,
# expect:    31,
# expect:    32,
# expect:    33,
# expect:    34,
# expect:    35,
# expect:    36,
# expect:    37,
# expect: -  38,
# expect: ?    ^
# expect:
# expect: +  38]
# expect: ?    ^
# expect:
# expect: -  39]
# expect: --
# expect: 'xxxx[25 chars]xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxy' != 'xxxx[25 chars]xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxz'
# expect: - xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxy
# expect: ?                                                                                           ^
# expect: + xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxz
# expect: ?                                                                                           ^
# expect:
# expect: --
# expect: [] is not an instance of <class 'dict'> : Second argument is not a dictionary
# expect: --
# expect: Sequences differ: [1, 2, 3] != (1, 2, 4)
# expect:
# expect: First differing element 2:
# expect: 3
# expect: 4
# expect:
# expect: - [1, 2, 3]
# expect: + (1, 2, 4)
# expect: --
# expect: Element counts were not equal:
# expect: First has 1, Second has 2:  [1]
# expect: First has 1, Second has 0:  [2]
# expect: --
# expect: 2 not less than or equal to 1
# expect: --
# expect: 1 not greater than or equal to 2
# expect: --
# expect: 1 != 2 : message
# expect: --
# expect: [] is not true : message
# expect: --
# expect: TypeError assertRaises() arg 1 must be an exception type or tuple of exception types
# expect: TypeError 'unknown' is an invalid keyword argument for this function
# expect: TypeError specify delta or places not both
# expect: TypeError 1 is not callable
# expect: TypeError tests must be an iterable of tests, not a string
# expect: ValueError no such test method in <class '__main__.Messages'>: nothing
# expect: test_messages (__main__.Messages.test_messages) <__main__.Messages testMethod=test_messages> __main__.Messages.test_messages
# expect: ['test_messages', 'test_wrong_uses'] <unittest.suite.TestSuite tests=[]>
