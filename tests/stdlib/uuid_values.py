import uuid

u = uuid.UUID("12345678-1234-5678-1234-567812345678")
print(u, repr(u), u.hex, u.version, u.int == int(u.hex, 16))
print(uuid.uuid4().version, uuid.uuid1().version, len(str(uuid.uuid4())), uuid.uuid4() != uuid.uuid4())
try:
    uuid.UUID("x")
except ValueError as error:
    print(error)

# expect: 12345678-1234-5678-1234-567812345678 UUID('12345678-1234-5678-1234-567812345678') 12345678123456781234567812345678 None True
# expect: 4 1 36 True
# expect: badly formed hexadecimal UUID string
