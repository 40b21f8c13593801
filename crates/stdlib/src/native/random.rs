//! `_random`: the Mersenne Twister under `random.Random` (`Modules/_randommodule.c`).

use gilscope_vm::heap::collect::Marker;
use gilscope_vm::native::{Args, NativeDef, NativeResult, Trap};
use gilscope_vm::object::{Layout, Opaque, OpaqueObject};
use gilscope_vm::types;
use gilscope_vm::value::{ClassId, ModuleId, OpaqueId};
use gilscope_vm::{Interp, Value};
use num_bigint::{BigInt, Sign};
use rand_mt::Mt;
use sha2::{Digest, Sha512};
use std::any::Any;

const FUNCTIONS: &[NativeDef] = &[NativeDef::function("_seed_bytes", seed_bytes, 1, 1)];

const METHODS: &[NativeDef] = &[
    NativeDef::method("random", random, 0, 0),
    NativeDef::method("getrandbits", getrandbits, 1, 1),
    NativeDef::method("seed", seed, 0, 1),
    NativeDef::method("getstate", getstate, 0, 0),
    NativeDef::method("setstate", setstate, 1, 1),
];

/// More bits than this at once are refused, as memory would be.
const MAX_BITS: i64 = 1 << 33;

/// States beyond this are refused: going back to one takes time in proportion.
const MAX_DRAWN: u64 = 1 << 32;

/// A generator. The numbers drawn since it was seeded are counted: that and the seed are its state.
#[derive(Clone)]
struct Twister {
    mt: Mt,
    key: Vec<u32>,
    drawn: u64,
}

impl std::fmt::Debug for Twister {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Twister({} drawn)", self.drawn)
    }
}

impl Opaque for Twister {
    fn trace(&self, _marker: &mut Marker) {}

    fn boxed_clone(&self) -> Box<dyn Opaque> {
        Box::new(self.clone())
    }

    fn as_any(&self) -> &dyn Any {
        self
    }

    fn as_any_mut(&mut self) -> &mut dyn Any {
        self
    }
}

impl Twister {
    fn new(key: Vec<u32>) -> Twister {
        Twister { mt: Mt::new_with_key(key.iter().copied()), key, drawn: 0 }
    }

    fn next(&mut self) -> u32 {
        self.drawn += 1;
        self.mt.next_u32()
    }
}

pub(crate) fn init(interp: &mut Interp) -> ModuleId {
    let module = interp.add_module("_random", FUNCTIONS);
    let class = interp.add_builtin_class("Random", "_random", types::OBJECT, Layout::Builtin, false);
    interp.add_methods(class, METHODS);
    interp.add_construct(class, NativeDef::function("Random", construct, 0, 1));
    interp.set_global(module, "Random", Value::Class(class));
    module
}

fn class(interp: &mut Interp) -> ClassId {
    let module = interp.native_module("_random");
    match module.and_then(|m| interp.get_global(m, "Random")) {
        Some(Value::Class(class)) => class,
        _ => types::OBJECT,
    }
}

fn construct(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let key = seed_key(interp, args.or_none(0))?;
    let class = class(interp);
    let object = OpaqueObject { class, content: Some(Box::new(Twister::new(key))) };
    interp.heap.charge(4 << 10);
    Ok(Value::Opaque(interp.heap.opaques.alloc(object)))
}

fn this(args: Args<'_>) -> OpaqueId {
    match args.at(0) {
        Value::Opaque(id) => id,
        _ => OpaqueId::from_index(0),
    }
}

fn twister<'i>(interp: &'i mut Interp, args: Args<'_>) -> Result<&'i mut Twister, Trap> {
    let id = this(args);
    if !matches!(args.at(0), Value::Opaque(_)) || interp.heap.opaques[id].get::<Twister>().is_none() {
        return Err(interp.type_error("a _random.Random object is required"));
    }
    match interp.heap.opaques[id].get_mut::<Twister>() {
        Some(twister) => Ok(twister),
        None => Err(Trap::Defer),
    }
}

/// 53 random bits as a float from 0 up to 1.
fn random(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let twister = twister(interp, args)?;
    let (high, low) = (twister.next() >> 5, twister.next() >> 6);
    Ok(Value::float((f64::from(high) * 67_108_864.0 + f64::from(low)) / 9_007_199_254_740_992.0))
}

fn getrandbits(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let Some(bits) = args.at(1).as_int() else {
        let message = format!("'{}' object cannot be interpreted as an integer", interp.type_name(args.at(1)));
        return Err(interp.type_error(message));
    };
    if bits < 0 {
        return Err(interp.value_error("number of bits must be non-negative"));
    }
    if bits > MAX_BITS {
        return Err(interp.memory_error());
    }
    let twister = twister(interp, args)?;
    if bits == 0 {
        return Ok(Value::Int(0));
    }
    if bits <= 32 {
        return Ok(Value::Int((twister.next() >> (32 - bits)).into()));
    }
    // The lowest 32 bits come first; the last word gives the highest bits, shortened.
    let mut words = Vec::with_capacity((bits as usize).div_ceil(32));
    let mut left = bits;
    while left > 0 {
        let word = twister.next();
        words.push(if left < 32 { word >> (32 - left) } else { word });
        left -= 32;
    }
    Ok(interp.heap.new_int(BigInt::from_slice(Sign::Plus, &words)))
}

fn seed(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let key = seed_key(interp, args.or_none(1))?;
    *twister(interp, args)? = Twister::new(key);
    Ok(Value::None)
}

/// The words that the generator is seeded with: of the absolute value of an int, or of the system's randomness.
fn seed_key(interp: &mut Interp, value: Value) -> Result<Vec<u32>, Trap> {
    let number = match value {
        Value::None => BigInt::from_bytes_be(Sign::Plus, &interp.host.entropy()),
        Value::Big(id) => interp.heap.bigs[id].clone(),
        _ => match value.as_int() {
            Some(small) => BigInt::from(small),
            None => BigInt::from(interp.hash(value)?),
        },
    };
    let words = number.magnitude().to_u32_digits();
    Ok(if words.is_empty() { vec![0] } else { words })
}

/// The seed's words and how many numbers were drawn since.
fn getstate(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let twister = twister(interp, args)?;
    let mut items = vec![Value::Int(twister.drawn as i64)];
    items.extend(twister.key.iter().map(|&word| Value::Int(word.into())));
    Ok(interp.heap.new_tuple(&items))
}

fn setstate(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let items = match args.at(1) {
        Value::Tuple(tuple) => interp.heap.tuple(tuple).to_vec(),
        _ => Vec::new(),
    };
    let numbers: Option<Vec<u64>> = items.iter().map(|v| v.as_int().and_then(|i| u64::try_from(i).ok())).collect();
    let Some([drawn, key @ ..]) = numbers.as_deref() else {
        return Err(interp.value_error("state vector is the wrong size"));
    };
    if *drawn > MAX_DRAWN {
        return Err(interp.value_error("invalid state"));
    }
    let mut restored = Twister::new(key.iter().map(|&word| word as u32).collect());
    for _ in 0..*drawn {
        restored.next();
    }
    *twister(interp, args)? = restored;
    Ok(Value::None)
}

/// The int made of some bytes and their SHA-512, big end first: how text seeds a generator.
fn seed_bytes(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let data = match args.at(0) {
        Value::Bytes(id) => interp.heap.bytes[id].data.to_vec(),
        _ => return Err(interp.type_error("bytes are required")),
    };
    let digest = Sha512::digest(&data);
    let all: Vec<u8> = data.iter().copied().chain(digest.iter().copied()).collect();
    Ok(interp.heap.new_int(BigInt::from_bytes_be(Sign::Plus, &all)))
}
