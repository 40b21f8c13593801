from decimal import ROUND_HALF_UP, Decimal, DivisionByZero, InvalidOperation, getcontext, localcontext

print(Decimal("0.1") + Decimal("0.2"), Decimal(1) / 3, Decimal("1.10") * 2, 3 - Decimal("1.5"), Decimal(7) // 2, Decimal(7) % 4)
print(Decimal("1.005").quantize(Decimal("0.01"), rounding=ROUND_HALF_UP), round(Decimal("2.675"), 2), Decimal(2).sqrt())
print(Decimal("2.50") == 2.5, Decimal("1e-10"), repr(Decimal("1E+3")), f"{Decimal('1234.5'):,.2f}", sum([Decimal("0.1")] * 10))
with localcontext() as context:
    context.prec = 4
    print(Decimal(1) / 7, getcontext().prec)
print(getcontext().prec)
for bad in (lambda: Decimal("abc"), lambda: Decimal(1) / 0):
    try:
        bad()
    except (InvalidOperation, DivisionByZero) as error:
        print(type(error).__name__, error)

# expect: 0.3 0.3333333333333333333333333333 2.20 1.5 3 3
# expect: 1.01 2.68 1.414213562373095048801688724
# expect: True 1E-10 Decimal('1E+3') 1,234.50 1.0
# expect: 0.1429 4
# expect: 28
# expect: InvalidOperation [<class 'decimal.ConversionSyntax'>]
# expect: DivisionByZero [<class 'decimal.DivisionByZero'>]
