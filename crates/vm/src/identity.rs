//! `id()`: a number for each object, different from that of every other object alive.

use crate::value::Value;

/// Where the made-up addresses begin, so that they look like addresses.
const BASE: u64 = 0x7f00_0000_0000;

/// `id(value)`. Objects of the heap are numbered by kind and place, 16 apart.
pub fn address(value: Value) -> u64 {
    let (kind, index) = match value {
        Value::Null => (0, 0),
        Value::None => (0, 1),
        Value::False => (0, 2),
        Value::True => (0, 3),
        Value::NotImplemented => (0, 4),
        Value::Ellipsis => (0, 5),
        Value::Int(i) => return number_address(i as u64, 1),
        Value::Float(bits) => return number_address(bits.0, 2),
        Value::Big(id) => (1, id.0),
        Value::Str(id) => (2, id.0),
        Value::Bytes(id) => (3, id.0),
        Value::List(id) => (4, id.0),
        Value::Tuple(id) => (5, id.0),
        Value::Dict(id) => (6, id.0),
        Value::Set(id) => (7, id.0),
        Value::Range(id) => (8, id.0),
        Value::Slice(id) => (9, id.0),
        Value::Function(id) => (10, id.0),
        Value::Native(id) => (11, id.0),
        Value::Method(id) => (12, id.0),
        Value::Class(id) => (13, id.0),
        Value::Instance(id) => (14, id.0),
        Value::Exception(id) => (15, id.0),
        Value::Iter(id) => (16, id.0),
        Value::Generator(id) => (17, id.0),
        Value::Module(id) => (18, id.0),
        Value::Cell(id) => (19, id.0),
        Value::Code(id) => (20, id.0),
        Value::Descriptor(id) => (21, id.0),
        Value::Wrapper(id) => (22, id.0),
        Value::Lock(id) => (23, id.0),
        Value::Opaque(id) => (24, id.0),
    };
    BASE + (index * 32 + kind) * 16
}

/// Numbers have no object: equal bits, equal address. Small ones stay below `BASE` and are exact, others are mixed.
fn number_address(bits: u64, kind: u64) -> u64 {
    if bits.wrapping_add(1 << 32) < 1 << 40 {
        return 0x5500_0000_0000 + bits.wrapping_add(1 << 32) * 16 + kind * 8;
    }
    let mixed = bits.wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(29) ^ bits;
    (1 << 62) | ((mixed >> 2) & !15) | ((kind * 8) & 15)
}
