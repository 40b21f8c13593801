//! `dict`: entries in insertion order, and, where there are more than a few, a hash table of their positions.

pub(crate) mod methods;

pub(crate) use methods::{merge, update_from};

use crate::heap::Heap;
use crate::interp::Interp;
use crate::native::Trap;
use crate::value::{DictId, Value};
use hashbrown::HashTable;

/// One key and its value; the key is `Null` where an entry was deleted.
#[derive(Debug, Clone, Copy)]
pub struct Entry {
    pub hash: u64,
    pub key: Value,
    pub value: Value,
}

#[derive(Debug, Clone)]
pub struct DictObject {
    /// Empty while `is_indexed` is false.
    table: HashTable<u32>,
    entries: Vec<Entry>,
    /// Number of entries that are not deleted.
    live: usize,
    /// Whether keys are looked up in `table`. The few entries of a small dict (keyword arguments, a record) are simply
    /// gone through: one allocation less, and one to free.
    is_indexed: bool,
    /// Written to since `forget_changes`: see `heap/restore.rs`.
    is_changed: bool,
    /// The object whose attributes these are (`__dict__`, `globals()`): changes are made there too. Else `Null`.
    pub owner: Value,
}

impl Default for DictObject {
    fn default() -> DictObject {
        DictObject {
            table: HashTable::new(),
            entries: Vec::new(),
            live: 0,
            is_indexed: false,
            is_changed: true,
            owner: Value::Null,
        }
    }
}

/// How many places a dict has before it is indexed.
const SMALL: usize = 8;

/// Deciding needs script code: a user's `__eq__`.
#[derive(Debug)]
pub struct NeedsScript;

/// Spread a Python hash over the bits the table looks at: hashes of small ints differ only in their lowest.
#[inline(always)]
fn spread(hash: u64) -> u64 {
    hash.wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

impl DictObject {
    /// The same content, in a dict that stands for itself.
    pub fn copy(&self) -> DictObject {
        DictObject { owner: Value::Null, ..self.clone() }
    }

    /// Number of keys.
    #[inline]
    pub fn len(&self) -> usize {
        self.live
    }

    pub fn is_empty(&self) -> bool {
        self.live == 0
    }

    /// Position of the entry of `key`, whose hash is `hash`.
    #[inline]
    pub fn find(&self, heap: &Heap, hash: u64, key: Value) -> Result<Option<usize>, NeedsScript> {
        let mut undecided = false;
        let mut is_same = |entry: &Entry| {
            if entry.hash != hash || entry.key.is_null() {
                return false;
            }
            match heap.same_key(entry.key, key) {
                Some(same) => same,
                None => {
                    undecided = true;
                    false
                }
            }
        };
        let found = match self.is_indexed {
            true => self.table.find(spread(hash), |&i| is_same(&self.entries[i as usize])).map(|&i| i as usize),
            false => self.entries.iter().position(is_same),
        };
        match found {
            Some(i) => Ok(Some(i)),
            None if undecided => Err(NeedsScript),
            None => Ok(None),
        }
    }

    /// Keys whose hash is `hash`: what a user's `__eq__` must be asked about.
    pub fn candidates(&self, hash: u64) -> impl Iterator<Item = usize> + '_ {
        let indexed = self.is_indexed.then(|| self.table.iter_hash(spread(hash)).map(|&i| i as usize));
        let all = (!self.is_indexed).then_some(0..self.entries.len());
        let places = indexed.into_iter().flatten().chain(all.into_iter().flatten());
        places.filter(move |&i| self.entries[i].hash == hash && !self.entries[i].key.is_null())
    }

    /// The entry at `position`; its key is `Null` if it was deleted. `None` past the end.
    #[inline]
    pub fn entry(&self, position: usize) -> Option<&Entry> {
        self.entries.get(position)
    }

    /// Replace the value at `position`, which `find` gave.
    #[inline]
    pub fn set_at(&mut self, position: usize, value: Value) {
        self.entries[position].value = value;
        self.is_changed = true;
    }

    /// Append an entry whose key is surely not there.
    pub fn push(&mut self, hash: u64, key: Value, value: Value) {
        self.is_changed = true;
        if self.entries.len() == self.entries.capacity() && self.entries.len() > 2 * self.live + SMALL {
            self.compact();
        }
        let position = self.entries.len() as u32;
        self.entries.push(Entry { hash, key, value });
        self.live += 1;
        if self.is_indexed {
            let entries = &self.entries;
            self.table.insert_unique(spread(hash), position, |&i| spread(entries[i as usize].hash));
        } else if self.entries.len() > SMALL {
            self.index();
        }
    }

    /// Make the table anew.
    fn index(&mut self) {
        self.is_indexed = true;
        self.table.clear();
        let entries = &self.entries;
        for (i, entry) in entries.iter().enumerate().filter(|(_, entry)| !entry.key.is_null()) {
            self.table.insert_unique(spread(entry.hash), i as u32, |&i| spread(entries[i as usize].hash));
        }
    }

    /// Remove the entry at `position`, which `find` gave. Returns key and value.
    pub fn remove_at(&mut self, position: usize) -> (Value, Value) {
        let entry = self.entries[position];
        self.is_changed = true;
        self.live -= usize::from(!entry.key.is_null());
        if let Ok(slot) = self.table.find_entry(spread(entry.hash), |&i| i as usize == position) {
            slot.remove();
        }
        self.entries[position].key = Value::Null;
        self.entries[position].value = Value::Null;
        while self.entries.last().is_some_and(|e| e.key.is_null()) {
            self.entries.pop();
        }
        (entry.key, entry.value)
    }

    /// Drop the places of deleted entries.
    fn compact(&mut self) {
        self.entries.retain(|e| !e.key.is_null());
        if self.is_indexed {
            self.index();
        }
    }

    pub fn clear(&mut self) {
        *self = DictObject { owner: self.owner, ..DictObject::default() };
    }

    /// Whether it was written to since `forget_changes`.
    pub(crate) fn is_changed(&self) -> bool {
        self.is_changed
    }

    pub(crate) fn forget_changes(&mut self) {
        self.is_changed = false;
    }

    /// Live entries in insertion order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Entry> + '_ {
        self.entries.iter().filter(|e| !e.key.is_null())
    }

    /// Number of places, deleted ones included: where iteration ends.
    #[inline]
    pub fn places(&self) -> usize {
        self.entries.len()
    }
}

impl Interp {
    /// `dict[key]`, `None` when it is not there.
    #[inline]
    pub fn dict_get(&mut self, dict: DictId, key: Value) -> Result<Option<Value>, Trap> {
        let hash = self.hash(key)?;
        let dict = &self.heap.dicts[dict];
        match dict.find(&self.heap, hash, key) {
            Ok(found) => Ok(found.map(|i| dict.entries[i].value)),
            Err(NeedsScript) => Err(Trap::Defer),
        }
    }

    /// `dict[key] = value`.
    #[inline]
    pub fn dict_set(&mut self, dict: DictId, key: Value, value: Value) -> Result<(), Trap> {
        let hash = self.hash(key)?;
        self.dict_set_hashed(dict, hash, key, value)
    }

    /// Remove `key`; its value, or `None` when it was not there.
    pub fn dict_remove(&mut self, dict: DictId, key: Value) -> Result<Option<Value>, Trap> {
        let hash = self.hash(key)?;
        match self.heap.dicts[dict].find(&self.heap, hash, key) {
            Ok(Some(i)) => {
                let (_, value) = self.heap.dicts[dict].remove_at(i);
                self.write_through(dict, key, Value::Null);
                Ok(Some(value))
            }
            Ok(None) => Ok(None),
            Err(NeedsScript) => Err(Trap::Defer),
        }
    }

    /// `dict[name]` for a name known to the VM.
    pub fn dict_get_name(&mut self, dict: DictId, name: crate::symbol::Symbol) -> Option<Value> {
        let key = self.symbol_str(name);
        self.dict_get(dict, key).ok().flatten()
    }

    /// After a change of a dict that shows attributes: change the attribute too. A `Null` value removes it.
    #[inline]
    pub(crate) fn write_through(&mut self, dict: DictId, key: Value, value: Value) {
        if !self.heap.dicts[dict].owner.is_null() {
            self.write_attribute(self.heap.dicts[dict].owner, key, value);
        }
    }

    #[cold]
    fn write_attribute(&mut self, owner: Value, key: Value, value: Value) {
        if matches!(owner, Value::Instance(id) if self.instance_dict(id).is_some()) {
            // The dict holds the attributes itself.
            return;
        }
        // Keys that are no names stay in the dict alone.
        if let Some(name) = self.symbol_of(key) {
            self.set_own_attribute(owner, name, value);
        }
    }
}
