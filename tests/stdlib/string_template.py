from string import Template

t = Template("$who owes ${what}s to $$")
print(t.substitute(who="Ann", what="apple"), t.safe_substitute(who="Bob"), t.get_identifiers())
for bad, values in (("$x", {}), ("a $ b", {}), ("x\ny ${", {})):
    try:
        Template(bad).substitute(values)
    except (KeyError, ValueError) as error:
        print(repr(error))

# expect: Ann owes apples to $ Bob owes ${what}s to $ ['who', 'what']
# expect: KeyError('x')
# expect: ValueError('Invalid placeholder in string: line 1, col 3')
# expect: ValueError('Invalid placeholder in string: line 2, col 3')
