//! `set` and `frozenset`: an open-addressed table whose order of iteration is CPython's.
//!
//! A probe looks at a run of neighbouring places, then jumps by a recurrence that lets ever more bits of the hash in.
//! The table grows fourfold while small, twofold from 50,000 members on, once it is three fifths full. A new member
//! takes the last place of a removed one that the search for it has passed.

pub(crate) mod methods;

use crate::hash::{hash_int, hash_set};
use crate::heap::Heap;
use crate::object::dict::NeedsScript;
use crate::value::Value;

/// Size of the first table.
const FIRST_SIZE: usize = 8;
/// How many neighbours a probe looks at after its first place.
const NEIGHBOURS: usize = 9;
/// How many bits of the hash each jump lets in.
const SHIFT: u32 = 5;
/// From this many members on the table doubles instead of growing fourfold.
const LARGE: usize = 50_000;
/// Hash field of a place whose member was removed.
const REMOVED: u64 = u64::MAX;

/// One place: a member and its hash. The key is `Null` in a free place, whose hash is then 0 or `REMOVED`.
#[derive(Debug, Clone, Copy)]
struct Place {
    hash: u64,
    key: Value,
}

const FREE: Place = Place { hash: 0, key: Value::Null };

#[derive(Debug, Clone, Default)]
pub struct SetObject {
    /// Empty, or a power of two of places.
    table: Vec<Place>,
    used: usize,
    /// Members and places of removed ones.
    filled: usize,
    /// Where `pop` goes on searching.
    finger: usize,
    frozen: bool,
}

/// What a search ends with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Probe {
    Found(usize),
    /// The place for the new member.
    Vacant(usize),
}

/// The places to look at for `hash`, in order.
struct Probes {
    at: usize,
    run_start: usize,
    run_end: usize,
    perturb: u64,
    mask: usize,
}

impl Probes {
    #[inline]
    fn new(hash: u64, mask: usize) -> Probes {
        let mut probes = Probes { at: 0, run_start: 0, run_end: 0, perturb: hash, mask };
        probes.begin_run(hash as usize & mask);
        probes
    }

    #[inline]
    fn begin_run(&mut self, at: usize) {
        self.at = at;
        self.run_start = at;
        self.run_end = if at + NEIGHBOURS <= self.mask { at + NEIGHBOURS } else { at };
    }

    #[inline]
    fn advance(&mut self) {
        if self.at < self.run_end {
            self.at += 1;
            return;
        }
        self.perturb >>= SHIFT;
        let jump = self.run_start.wrapping_mul(5).wrapping_add(1).wrapping_add(self.perturb as usize);
        self.begin_run(jump & self.mask);
    }
}

impl SetObject {
    pub fn new(frozen: bool) -> SetObject {
        SetObject { frozen, ..SetObject::default() }
    }

    /// Become an empty set, and keep the room for a small table.
    #[inline]
    pub(crate) fn make_empty(&mut self, frozen: bool) {
        let mut table = std::mem::take(&mut self.table);
        if table.capacity() > FIRST_SIZE * 4 {
            table = Vec::new();
        }
        table.clear();
        *self = SetObject { table, frozen, ..SetObject::default() };
    }

    pub fn is_frozen(&self) -> bool {
        self.frozen
    }

    #[inline]
    pub fn len(&self) -> usize {
        self.used
    }

    pub fn is_empty(&self) -> bool {
        self.used == 0
    }

    /// Members in the order of iteration.
    pub fn iter(&self) -> impl Iterator<Item = Value> + '_ {
        self.entries().map(|(_, key)| key)
    }

    /// Hashes and members in the order of iteration.
    pub fn entries(&self) -> impl Iterator<Item = (u64, Value)> + '_ {
        self.table.iter().filter(|p| !p.key.is_null()).map(|p| (p.hash, p.key))
    }

    /// The first member at `place` or after it, and its place.
    #[inline]
    pub fn next_from(&self, place: usize) -> Option<(usize, Value)> {
        let rest = self.table.get(place..)?;
        let skip = rest.iter().position(|p| !p.key.is_null())?;
        Some((place + skip, rest[skip].key))
    }

    /// The member at `place`; `Null` when it is free.
    pub fn at(&self, place: usize) -> Value {
        self.table.get(place).map_or(Value::Null, |p| p.key)
    }

    fn mask(&self) -> usize {
        self.table.len().max(FIRST_SIZE) - 1
    }

    /// Look for a member.
    #[inline]
    pub fn probe(&self, heap: &Heap, hash: u64, key: Value) -> Result<Probe, NeedsScript> {
        let mut probes = Probes::new(hash, self.mask());
        if self.table.is_empty() {
            return Ok(Probe::Vacant(probes.at));
        }
        let mut removed = None;
        loop {
            let place = &self.table[probes.at];
            if place.key.is_null() {
                if place.hash == 0 {
                    return Ok(Probe::Vacant(removed.unwrap_or(probes.at)));
                }
                removed = Some(probes.at);
            } else if place.hash == hash && heap.same_key(place.key, key).ok_or(NeedsScript)? {
                return Ok(Probe::Found(probes.at));
            }
            probes.advance();
        }
    }

    /// Whether a small int, whose hash is `hash`, is a member; `None` where another number with that hash is.
    #[inline]
    pub(crate) fn has_int(&self, hash: u64, value: i64) -> Option<bool> {
        let mut probes = Probes::new(hash, self.mask());
        loop {
            // No table: no members.
            let Some(place) = self.table.get(probes.at) else { return Some(false) };
            match place.key {
                Value::Int(i) if i == value => return Some(true),
                Value::Int(_) => {}
                Value::Null if place.hash == 0 => return Some(false),
                Value::Null => {}
                _ if place.hash == hash => return None,
                _ => {}
            }
            probes.advance();
        }
    }

    /// The place of a member.
    #[inline]
    pub fn find(&self, heap: &Heap, hash: u64, key: Value) -> Result<Option<usize>, NeedsScript> {
        Ok(match self.probe(heap, hash, key)? {
            Probe::Found(place) => Some(place),
            Probe::Vacant(_) => None,
        })
    }

    /// Members of this hash and their places: what a user's `__eq__` must be asked about, in the order of the search.
    pub fn candidates(&self, hash: u64) -> Vec<(usize, Value)> {
        let mut found = Vec::new();
        let mut probes = Probes::new(hash, self.mask());
        while let Some(place) = self.table.get(probes.at) {
            if place.key.is_null() && place.hash == 0 {
                break;
            }
            if place.hash == hash && !place.key.is_null() {
                found.push((probes.at, place.key));
            }
            probes.advance();
        }
        found
    }

    /// Add a member at the vacant place that `probe` gave.
    #[inline]
    pub fn occupy(&mut self, place: usize, hash: u64, key: Value) {
        if self.table.is_empty() {
            self.table.resize(FIRST_SIZE, FREE);
        }
        let reused = self.table[place].hash == REMOVED;
        self.table[place] = Place { hash, key };
        self.used += 1;
        if reused {
            return;
        }
        self.filled += 1;
        if self.filled * 5 >= self.mask() * 3 {
            self.resize(if self.used > LARGE { self.used * 2 } else { self.used * 4 });
        }
    }

    /// Add a key that is surely not a member.
    pub fn insert_new(&mut self, hash: u64, key: Value) {
        if self.table.is_empty() {
            self.table.resize(FIRST_SIZE, FREE);
        }
        let mut probes = Probes::new(hash, self.mask());
        let mut removed = None;
        while !self.table[probes.at].key.is_null() || self.table[probes.at].hash != 0 {
            if self.table[probes.at].key.is_null() {
                removed = Some(probes.at);
            }
            probes.advance();
        }
        self.occupy(removed.unwrap_or(probes.at), hash, key);
    }

    /// Add `key` unless it is a member; whether it was added. `self` must not be in `heap` meanwhile.
    pub fn add(&mut self, heap: &Heap, hash: u64, key: Value) -> Result<bool, NeedsScript> {
        match self.probe(heap, hash, key)? {
            Probe::Found(_) => Ok(false),
            Probe::Vacant(place) => {
                self.occupy(place, hash, key);
                Ok(true)
            }
        }
    }

    /// `add` of an int, which ints alone are compared with.
    pub(crate) fn add_int(&mut self, heap: &Heap, value: i64) -> Result<(), NeedsScript> {
        let hash = hash_int(value);
        let mut probes = Probes::new(hash, self.mask());
        while let Some(place) = self.table.get(probes.at) {
            match place.key {
                Value::Int(member) if member == value => return Ok(()),
                Value::Int(_) => probes.advance(),
                Value::Null if place.hash == 0 => break,
                _ => return self.add(heap, hash, Value::Int(value)).map(drop),
            }
        }
        self.occupy(probes.at, hash, Value::Int(value));
        Ok(())
    }

    /// Remove the member at `place`.
    pub fn remove_at(&mut self, place: usize) -> Value {
        let key = self.table[place].key;
        self.table[place] = Place { hash: REMOVED, key: Value::Null };
        self.used -= 1;
        key
    }

    /// Remove the member that `key` equals; whether there was one.
    pub fn discard(&mut self, heap: &Heap, hash: u64, key: Value) -> Result<bool, NeedsScript> {
        let found = self.find(heap, hash, key)?;
        if let Some(place) = found {
            self.remove_at(place);
        }
        Ok(found.is_some())
    }

    /// Remove some member.
    pub fn pop(&mut self) -> Option<Value> {
        if self.used == 0 {
            return None;
        }
        let start = self.finger & self.mask();
        let place = self.next_from(start).or_else(|| self.next_from(0))?.0;
        self.finger = place + 1;
        Some(self.remove_at(place))
    }

    pub fn clear(&mut self) {
        *self = SetObject::new(self.frozen);
    }

    /// Move everything to a table for more than `least` members.
    fn resize(&mut self, least: usize) {
        let mut size = FIRST_SIZE;
        while size <= least {
            size <<= 1;
        }
        let old = std::mem::replace(&mut self.table, vec![FREE; size]);
        for place in old.iter().filter(|p| !p.key.is_null()) {
            let index = vacant(&self.table, place.hash);
            self.table[index] = *place;
        }
        self.filled = self.used;
    }

    /// Make room for `more` members that are about to be added.
    pub fn reserve(&mut self, more: usize) {
        if (self.filled + more) * 5 >= self.mask() * 3 {
            self.resize((self.used + more) * 2);
        }
    }

    /// Give up the places of removed members once they are many.
    pub fn shrink(&mut self) {
        if self.filled - self.used > self.mask() / 4 {
            self.resize(if self.used > LARGE { self.used * 2 } else { self.used * 4 });
        }
    }

    /// Add all members of `other`. Both must not be in `heap` if they are to be changed.
    pub fn merge(&mut self, other: &SetObject, heap: &Heap) -> Result<(), NeedsScript> {
        if other.used == 0 {
            return Ok(());
        }
        self.reserve(other.used);
        if self.filled == 0 {
            self.merge_into_empty(other);
            return Ok(());
        }
        for (hash, key) in other.entries() {
            self.add(heap, hash, key)?;
        }
        Ok(())
    }

    fn merge_into_empty(&mut self, other: &SetObject) {
        if self.mask() == other.mask() && other.filled == other.used {
            self.table.clone_from(&other.table);
        } else {
            if self.table.is_empty() {
                self.table.resize(FIRST_SIZE, FREE);
            }
            for (hash, key) in other.entries() {
                let index = vacant(&self.table, hash);
                self.table[index] = Place { hash, key };
            }
        }
        self.used = other.used;
        self.filled = other.used;
    }

    /// A new set of the same members, laid out as CPython's copy is.
    pub fn copy(&self, frozen: bool) -> SetObject {
        let mut copy = SetObject::new(frozen);
        copy.copy_from(self);
        copy
    }

    /// Have, as an empty set, the members of `other`.
    pub(crate) fn copy_from(&mut self, other: &SetObject) {
        if other.used > 0 {
            self.reserve(other.used);
            self.merge_into_empty(other);
        }
    }

    /// Whether every member is one of `other`.
    pub fn is_subset(&self, other: &SetObject, heap: &Heap) -> Result<bool, NeedsScript> {
        if self.used > other.used {
            return Ok(false);
        }
        for (hash, key) in self.entries() {
            if other.find(heap, hash, key)?.is_none() {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Whether no member is one of `other`.
    pub fn is_disjoint(&self, other: &SetObject, heap: &Heap) -> Result<bool, NeedsScript> {
        let (small, large) = if self.used <= other.used { (self, other) } else { (other, self) };
        for (hash, key) in small.entries() {
            if large.find(heap, hash, key)?.is_some() {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// The members that are also in `other`, in the order of the smaller of the two.
    pub fn intersection(&self, other: &SetObject, heap: &Heap) -> Result<SetObject, NeedsScript> {
        let mut result = SetObject::new(self.frozen);
        result.intersect(self, other, heap)?;
        Ok(result)
    }

    /// Have, as an empty set, what `intersection` says.
    pub(crate) fn intersect(&mut self, a: &SetObject, b: &SetObject, heap: &Heap) -> Result<(), NeedsScript> {
        let (walk, ask) = if b.used > a.used { (a, b) } else { (b, a) };
        for (hash, key) in walk.entries() {
            if ask.find(heap, hash, key)?.is_some() {
                self.insert_new(hash, key);
            }
        }
        Ok(())
    }

    /// The members that are not in `other`.
    pub fn difference(&self, other: &SetObject, heap: &Heap) -> Result<SetObject, NeedsScript> {
        let mut result = SetObject::new(self.frozen);
        result.differ(self, other, heap)?;
        Ok(result)
    }

    /// Have, as an empty set, the members of `a` that are not in `b`.
    pub(crate) fn differ(&mut self, a: &SetObject, b: &SetObject, heap: &Heap) -> Result<(), NeedsScript> {
        if a.used >> 2 > b.used {
            self.copy_from(a);
            return self.subtract(b, heap);
        }
        for (hash, key) in a.entries() {
            if b.find(heap, hash, key)?.is_none() {
                self.insert_new(hash, key);
            }
        }
        Ok(())
    }

    /// Remove the members of `other`.
    pub fn subtract(&mut self, other: &SetObject, heap: &Heap) -> Result<(), NeedsScript> {
        let common;
        let mut other = other;
        if other.used >> 3 > self.used {
            common = self.intersection(other, heap)?;
            other = &common;
        }
        for (hash, key) in other.entries() {
            self.discard(heap, hash, key)?;
        }
        self.shrink();
        Ok(())
    }

    /// Toggle membership of the members of `other`.
    pub fn toggle(&mut self, other: &SetObject, heap: &Heap) -> Result<(), NeedsScript> {
        for (hash, key) in other.entries() {
            if !self.discard(heap, hash, key)? {
                self.add(heap, hash, key)?;
            }
        }
        Ok(())
    }

    /// `hash(self)` of a frozenset.
    pub fn hash(&self) -> u64 {
        hash_set(self.entries().map(|(hash, _)| hash))
    }
}

/// The first free place for `hash` in a table without removed members.
#[inline]
fn vacant(table: &[Place], hash: u64) -> usize {
    let mut probes = Probes::new(hash, table.len() - 1);
    while !(table[probes.at].key.is_null() && table[probes.at].hash == 0) {
        probes.advance();
    }
    probes.at
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::Value;

    /// Members after adding the first and discarding the second, as `list(set)` gives them on CPython 3.13.
    const ORDERS: &[(&[i64], &[i64], &[i64])] = &[
        (&[3, 1, 2], &[], &[1, 2, 3]),
        (&[0, 8, 16, 24], &[], &[0, 8, 16, 24]),
        (&[10, 20, 30, 40, -1], &[], &[40, 10, 20, -1, 30]),
        (&[100, 36, 4, -7], &[36], &[-7, 100, 4]),
    ];

    #[test]
    fn order_is_that_of_cpython() {
        let interp = crate::testing::interp();
        for (added, removed, expected) in ORDERS {
            let mut set = SetObject::new(false);
            for &i in *added {
                let added = set.add(&interp.heap, crate::hash::hash_int(i), Value::Int(i));
                assert!(added.is_ok_and(|added| added));
            }
            for &i in *removed {
                let removed = set.discard(&interp.heap, crate::hash::hash_int(i), Value::Int(i));
                assert!(removed.is_ok_and(|removed| removed));
            }
            let members: Vec<i64> = set.iter().filter_map(|v| v.as_int()).collect();
            assert_eq!(&members, expected);
        }
    }

    #[test]
    fn removed_places_are_used_again() {
        let interp = crate::testing::interp();
        let mut set = SetObject::new(false);
        for round in 0..1000 {
            assert!(set.add(&interp.heap, 7, Value::Int(7)).is_ok_and(|added| added), "round {round}");
            assert!(set.discard(&interp.heap, 7, Value::Int(7)).is_ok_and(|removed| removed));
        }
        assert_eq!(set.table.len(), FIRST_SIZE);
    }
}
