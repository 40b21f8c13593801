import json

for text in ("", "[1,]", '{"a" 1}', "{a:1}", "[1] x", '"abc', "nul"):
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        print(error)
for value in ({1}, {(1,): 2}):
    try:
        json.dumps(value)
    except TypeError as error:
        print(error)
print(json.dumps({"b": [1, None, True], "a": "é\n"}, sort_keys=True), json.dumps([1, {"x": 2}], indent=2))

# expect: Expecting value: line 1 column 1 (char 0)
# expect: Illegal trailing comma before end of array: line 1 column 3 (char 2)
# expect: Expecting ':' delimiter: line 1 column 6 (char 5)
# expect: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)
# expect: Extra data: line 1 column 5 (char 4)
# expect: Unterminated string starting at: line 1 column 1 (char 0)
# expect: Expecting value: line 1 column 1 (char 0)
# expect: Object of type set is not JSON serializable
# expect: keys must be str, int, float, bool or None, not tuple
# expect: {"a": "\u00e9\n", "b": [1, null, true]} [
# expect:   1,
# expect:   {
# expect:     "x": 2
# expect:   }
# expect: ]
