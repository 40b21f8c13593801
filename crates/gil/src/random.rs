//! The random numbers of a simulation: from the seed, the same on every machine.

/// SplitMix64 (Steele, Lea, Flood 2014): one word of state, so that a copy of a simulation goes on with the same numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Random {
        Random(seed)
    }

    /// A stream of its own for another purpose.
    pub fn stream(seed: u64, purpose: u64) -> Random {
        let mut random = Random(seed ^ purpose.wrapping_mul(0xd605_1dab_6e2f_93c1));
        random.next();
        random
    }

    /// The next 64 bits.
    #[inline]
    #[allow(clippy::should_implement_trait, reason = "it never ends, so it is no iterator")]
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `limit`, all alike; 0 when there is none.
    #[inline]
    pub fn below(&mut self, limit: u64) -> u64 {
        ((u128::from(self.next()) * u128::from(limit)) >> 64) as u64
    }

    /// A number from `low` to `high`, both included.
    pub fn between(&mut self, low: u64, high: u64) -> u64 {
        low + self.below(high.saturating_sub(low).saturating_add(1))
    }

    /// Whether a thing happens that happens so many times in a hundred.
    pub fn percent(&mut self, chance: u64) -> bool {
        self.below(100) < chance
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stay_in_their_range_and_repeat_with_the_seed() {
        let mut one = Random::new(7);
        let mut other = Random::new(7);
        for _ in 0..1000 {
            let number = one.between(20, 60);
            assert!((20..=60).contains(&number));
            assert_eq!(number, other.between(20, 60));
        }
        assert_ne!(Random::new(7).next(), Random::new(8).next());
        assert_ne!(Random::stream(7, 1).next(), Random::stream(7, 2).next());
    }
}
