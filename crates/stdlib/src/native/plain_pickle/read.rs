//! Plain data from bytes. Whatever is not plain, or wrong, is left to the other implementation, which says what is wrong.

use gilscope_vm::object::dict::DictObject;
use gilscope_vm::{Interp, Value};

pub(super) enum Stop {
    /// The object of this name, in this module, is asked for.
    Unknown(Value, Value),
    GiveUp,
}

struct Reader<'a> {
    interp: &'a mut Interp,
    places: &'a [Value],
    data: &'a [u8],
    stack: Vec<Value>,
    /// How much was on the stack at each mark.
    marks: Vec<usize>,
    memo: Vec<Value>,
}

pub(super) fn read(interp: &mut Interp, data: &[u8], places: &[Value]) -> Result<Value, Stop> {
    let mut reader = Reader { interp, places, data, stack: Vec::new(), marks: Vec::new(), memo: Vec::new() };
    loop {
        let opcode = reader.byte()?;
        if opcode == b'.' {
            return reader.pop();
        }
        reader.step(opcode)?;
    }
}

impl Reader<'_> {
    fn take(&mut self, count: usize) -> Result<&[u8], Stop> {
        let (taken, rest) = self.data.split_at_checked(count).ok_or(Stop::GiveUp)?;
        self.data = rest;
        Ok(taken)
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], Stop> {
        let (taken, rest) = self.data.split_first_chunk().ok_or(Stop::GiveUp)?;
        self.data = rest;
        Ok(*taken)
    }

    fn byte(&mut self) -> Result<u8, Stop> {
        Ok(self.array::<1>()?[0])
    }

    fn length(&mut self) -> Result<usize, Stop> {
        Ok(u32::from_le_bytes(self.array()?) as usize)
    }

    /// The topmost, above the last mark.
    fn pop(&mut self) -> Result<Value, Stop> {
        if self.stack.len() <= self.marks.last().copied().unwrap_or(0) {
            return Err(Stop::GiveUp);
        }
        self.stack.pop().ok_or(Stop::GiveUp)
    }

    fn pop_mark(&mut self) -> Result<Vec<Value>, Stop> {
        let mark = self.marks.pop().ok_or(Stop::GiveUp)?;
        Ok(self.stack.split_off(mark))
    }

    fn top(&self) -> Result<Value, Stop> {
        self.stack.last().copied().ok_or(Stop::GiveUp)
    }

    fn known(&mut self, number: usize) -> Result<(), Stop> {
        let value = *self.memo.get(number).ok_or(Stop::GiveUp)?;
        self.stack.push(value);
        Ok(())
    }

    fn step(&mut self, opcode: u8) -> Result<(), Stop> {
        let value = match opcode {
            0x80 => return self.byte().map(drop),
            0x95 => return self.array::<8>().map(drop),
            b'(' => {
                self.marks.push(self.stack.len());
                return Ok(());
            }
            0x94 => {
                self.memo.push(self.top()?);
                return Ok(());
            }
            b'h' => {
                let number = self.byte()?;
                return self.known(number.into());
            }
            b'j' => {
                let number = self.length()?;
                return self.known(number);
            }
            b'a' => {
                let item = self.pop()?;
                return self.append(vec![item]);
            }
            b'e' => {
                let items = self.pop_mark()?;
                return self.append(items);
            }
            b's' => {
                let item = self.pop()?;
                let key = self.pop()?;
                return self.set_items(&[key, item]);
            }
            b'u' => {
                let items = self.pop_mark()?;
                return self.set_items(&items);
            }
            0x93 => self.place()?,
            _ => self.object(opcode)?,
        };
        self.stack.push(value);
        Ok(())
    }

    fn object(&mut self, opcode: u8) -> Result<Value, Stop> {
        Ok(match opcode {
            b'N' => Value::None,
            0x88 => Value::True,
            0x89 => Value::False,
            b'K' => Value::Int(self.byte()?.into()),
            b'M' => Value::Int(u16::from_le_bytes(self.array()?).into()),
            b'J' => Value::Int(i32::from_le_bytes(self.array()?).into()),
            0x8a => self.long()?,
            b'G' => Value::float(f64::from_be_bytes(self.array()?)),
            0x8c => {
                let count = self.byte()?;
                self.text(count.into())?
            }
            b'X' => {
                let count = self.length()?;
                self.text(count)?
            }
            b'C' => {
                let count = self.byte()?;
                self.bytes(count.into())?
            }
            b'B' => {
                let count = self.length()?;
                self.bytes(count)?
            }
            b']' => self.interp.heap.new_list(Vec::new()),
            b'}' => self.interp.heap.new_dict(DictObject::default()),
            b')' => self.interp.heap.new_tuple(&[]),
            0x85 => self.tuple(1)?,
            0x86 => self.tuple(2)?,
            0x87 => self.tuple(3)?,
            b't' => {
                let items = self.pop_mark()?;
                self.interp.heap.new_tuple(&items)
            }
            _ => return Err(Stop::GiveUp),
        })
    }

    /// An integer of at most 64 bits.
    fn long(&mut self) -> Result<Value, Stop> {
        let count = usize::from(self.byte()?);
        let data = self.take(count)?;
        let Some(&last) = data.last().filter(|_| count <= 8) else { return Err(Stop::GiveUp) };
        let mut bytes = [if last & 0x80 == 0 { 0 } else { 0xff }; 8];
        bytes[..count].copy_from_slice(data);
        Ok(Value::Int(i64::from_le_bytes(bytes)))
    }

    fn text(&mut self, count: usize) -> Result<Value, Stop> {
        let text = str::from_utf8(self.take(count)?).map_err(|_| Stop::GiveUp)?.to_owned();
        Ok(self.interp.str(&text))
    }

    fn bytes(&mut self, count: usize) -> Result<Value, Stop> {
        let data = self.take(count)?.to_vec();
        Ok(self.interp.heap.new_bytes(data))
    }

    fn tuple(&mut self, count: usize) -> Result<Value, Stop> {
        let mut items = Vec::with_capacity(count);
        for _ in 0..count {
            items.push(self.pop()?);
        }
        items.reverse();
        Ok(self.interp.heap.new_tuple(&items))
    }

    fn append(&mut self, items: Vec<Value>) -> Result<(), Stop> {
        let Value::List(id) = self.top()? else { return Err(Stop::GiveUp) };
        self.interp.heap.charge(16 * items.len());
        self.interp.heap.lists[id].items.extend(items);
        Ok(())
    }

    fn set_items(&mut self, items: &[Value]) -> Result<(), Stop> {
        let (Value::Dict(id), true) = (self.top()?, items.len().is_multiple_of(2)) else { return Err(Stop::GiveUp) };
        for pair in items.chunks_exact(2) {
            // A key that script code compares is not plain.
            self.interp.dict_set(id, pair[0], pair[1]).map_err(|_| Stop::GiveUp)?;
        }
        Ok(())
    }

    /// A function or class, by where it is found.
    fn place(&mut self) -> Result<Value, Stop> {
        let name = self.pop()?;
        let module = self.pop()?;
        let interp = &*self.interp;
        let is_asked = |place: &&[Value]| {
            interp.text(place[0]) == interp.text(module) && interp.text(place[1]) == interp.text(name)
        };
        if interp.text(name).is_none() || interp.text(module).is_none() {
            return Err(Stop::GiveUp);
        }
        self.places.chunks_exact(3).find(is_asked).map(|place| place[2]).ok_or(Stop::Unknown(module, name))
    }
}
