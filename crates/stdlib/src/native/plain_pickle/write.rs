//! Plain data as bytes: protocol 4, with the frames, batches and references of CPython's `Modules/_pickle.c`.

use super::DEEPEST;
use gilscope_vm::{Interp, Value};
use std::collections::HashMap;

const BATCH: usize = 1000;
const FRAME_TARGET: usize = 64 << 10;
const FRAME_HEADER: usize = 9;
const FRAME_MINIMUM: usize = 4;

pub(super) enum Stop {
    /// A function or class whose place is not known.
    Unknown(Value),
    GiveUp,
}

struct Writer<'a> {
    interp: &'a Interp,
    places: &'a [Value],
    out: Vec<u8>,
    /// Where the frame begins, whose length is filled in at its end.
    frame: usize,
    /// The number of each object that has been written.
    memo: HashMap<Value, u32>,
}

pub(super) fn write(interp: &Interp, value: Value, places: &[Value]) -> Result<Vec<u8>, Stop> {
    let mut writer = Writer { interp, places, out: vec![0x80, 4], frame: 0, memo: HashMap::new() };
    writer.begin_frame();
    writer.save(value, 0)?;
    writer.out.push(b'.');
    writer.end_frame();
    Ok(writer.out)
}

impl Writer<'_> {
    fn begin_frame(&mut self) {
        self.frame = self.out.len();
        self.out.extend_from_slice(&[0x95, 0, 0, 0, 0, 0, 0, 0, 0]);
    }

    fn end_frame(&mut self) {
        let content = self.frame + FRAME_HEADER;
        let length = self.out.len() - content;
        if length >= FRAME_MINIMUM {
            self.out[self.frame + 1..content].copy_from_slice(&(length as u64).to_le_bytes());
        } else {
            self.out.drain(self.frame..content);
        }
    }

    fn save(&mut self, value: Value, depth: usize) -> Result<(), Stop> {
        if self.out.len() - self.frame - FRAME_HEADER >= FRAME_TARGET {
            self.end_frame();
            self.begin_frame();
        }
        match value {
            Value::None => self.out.push(b'N'),
            Value::True => self.out.push(0x88),
            Value::False => self.out.push(0x89),
            Value::Int(number) => self.save_int(number),
            Value::Float(bits) => {
                self.out.push(b'G');
                self.out.extend_from_slice(&bits.0.to_be_bytes());
            }
            _ if self.save_known(value) => {}
            _ if depth > DEEPEST => return Err(Stop::GiveUp),
            Value::Str(_) => self.save_text(value)?,
            Value::Bytes(id) => {
                let bytes = &self.interp.heap.bytes[id];
                if bytes.is_bytearray {
                    return Err(Stop::GiveUp);
                }
                self.save_data([b'C', b'B'], &bytes.data)?;
                self.memoize(value);
            }
            Value::List(id) => self.save_list(value, &self.interp.heap.lists[id].items, depth)?,
            Value::Tuple(id) => self.save_tuple(value, self.interp.heap.tuple(id), depth)?,
            Value::Dict(id) => {
                let dict = &self.interp.heap.dicts[id];
                self.save_dict(value, dict.iter().map(|entry| (entry.key, entry.value)), dict.len(), depth)?;
            }
            Value::Function(_) | Value::Native(_) | Value::Class(_) => self.save_place(value, depth)?,
            _ => return Err(Stop::GiveUp),
        }
        Ok(())
    }

    fn save_int(&mut self, number: i64) {
        if let Ok(byte) = u8::try_from(number) {
            self.out.extend_from_slice(&[b'K', byte]);
        } else if let Ok(short) = u16::try_from(number) {
            self.out.push(b'M');
            self.out.extend_from_slice(&short.to_le_bytes());
        } else if let Ok(int) = i32::try_from(number) {
            self.out.push(b'J');
            self.out.extend_from_slice(&int.to_le_bytes());
        } else {
            // As many bytes as hold the number and its sign.
            let sign = if number < 0 { number.leading_ones() } else { number.leading_zeros() };
            let count = 8 - (sign as usize - 1) / 8;
            self.out.extend_from_slice(&[0x8a, count as u8]);
            self.out.extend_from_slice(&number.to_le_bytes()[..count]);
        }
    }

    /// A reference to what has been written already.
    fn save_known(&mut self, value: Value) -> bool {
        let Some(&number) = self.memo.get(&value) else { return false };
        match u8::try_from(number) {
            Ok(byte) => self.out.extend_from_slice(&[b'h', byte]),
            Err(_) => {
                self.out.push(b'j');
                self.out.extend_from_slice(&number.to_le_bytes());
            }
        }
        true
    }

    fn memoize(&mut self, value: Value) {
        let number = self.memo.len() as u32;
        self.memo.insert(value, number);
        self.out.push(0x94);
    }

    fn save_text(&mut self, value: Value) -> Result<(), Stop> {
        let interp = self.interp;
        let text = interp.text(value).ok_or(Stop::GiveUp)?;
        self.save_data([0x8c, b'X'], text.as_bytes())?;
        self.memoize(value);
        Ok(())
    }

    /// Bytes after one of two opcodes: that for few and that for more. Very many stand between the frames.
    fn save_data(&mut self, opcodes: [u8; 2], data: &[u8]) -> Result<(), Stop> {
        let large = data.len() >= FRAME_TARGET;
        if large {
            self.end_frame();
        }
        if let Ok(count) = u8::try_from(data.len()) {
            self.out.extend_from_slice(&[opcodes[0], count]);
        } else {
            let count = u32::try_from(data.len()).map_err(|_| Stop::GiveUp)?;
            self.out.push(opcodes[1]);
            self.out.extend_from_slice(&count.to_le_bytes());
        }
        self.out.extend_from_slice(data);
        if large {
            self.begin_frame();
        }
        Ok(())
    }

    fn save_list(&mut self, value: Value, items: &[Value], depth: usize) -> Result<(), Stop> {
        self.out.push(b']');
        self.memoize(value);
        if let [item] = items {
            self.save(*item, depth + 1)?;
            self.out.push(b'a');
            return Ok(());
        }
        for batch in items.chunks(BATCH) {
            self.out.push(b'(');
            for &item in batch {
                self.save(item, depth + 1)?;
            }
            self.out.push(b'e');
        }
        Ok(())
    }

    fn save_tuple(&mut self, value: Value, items: &[Value], depth: usize) -> Result<(), Stop> {
        if items.is_empty() {
            self.out.push(b')');
            return Ok(());
        }
        if items.len() > 3 {
            self.out.push(b'(');
        }
        for &item in items {
            self.save(item, depth + 1)?;
        }
        if self.memo.contains_key(&value) {
            // It holds itself.
            return Err(Stop::GiveUp);
        }
        self.out.push(match items.len() {
            1 => 0x85,
            2 => 0x86,
            3 => 0x87,
            _ => b't',
        });
        self.memoize(value);
        Ok(())
    }

    fn save_dict(
        &mut self,
        value: Value,
        mut pairs: impl Iterator<Item = (Value, Value)>,
        count: usize,
        depth: usize,
    ) -> Result<(), Stop> {
        self.out.push(b'}');
        self.memoize(value);
        if count <= 1 {
            for (key, item) in pairs {
                self.save(key, depth + 1)?;
                self.save(item, depth + 1)?;
                self.out.push(b's');
            }
            return Ok(());
        }
        // After a full batch comes another, empty or not.
        let mut done = BATCH;
        while done == BATCH {
            done = 0;
            self.out.push(b'(');
            for (key, item) in pairs.by_ref().take(BATCH) {
                self.save(key, depth + 1)?;
                self.save(item, depth + 1)?;
                done += 1;
            }
            self.out.push(b'u');
        }
        Ok(())
    }

    /// A function or class, by where it is found.
    fn save_place(&mut self, value: Value, depth: usize) -> Result<(), Stop> {
        let Some([_, module, name]) = self.places.chunks_exact(3).find(|place| place[0] == value) else {
            return Err(Stop::Unknown(value));
        };
        self.save(*module, depth + 1)?;
        self.save(*name, depth + 1)?;
        self.out.push(0x93);
        self.memoize(value);
        Ok(())
    }
}
