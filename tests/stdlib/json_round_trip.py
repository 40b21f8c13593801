import json

text = json.dumps({"a": [1, 2.5, None, True], "b": {"c": "é\n"}})
print(text, json.loads(text) == {"a": [1, 2.5, None, True], "b": {"c": "é\n"}})
print(json.dumps({"b": 1, "a": 2}, indent=2, sort_keys=True))
try:
    json.loads("{bad}")
except json.JSONDecodeError as error:
    print(error)

# expect: {"a": [1, 2.5, null, true], "b": {"c": "\u00e9\n"}} True
# expect: {
# expect:   "a": 2,
# expect:   "b": 1
# expect: }
# expect: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)
