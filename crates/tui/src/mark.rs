//! The states of a thread as one letter and one pattern each, so that nothing is told by colour alone.

use gilscope_analysis::Doing;
use gilscope_trace::BlockedOn;

/// What a thread does, in one character.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mark {
    /// It does not exist yet, or no longer.
    Absent,
    /// It exists, and has not run yet.
    New,
    /// It holds the interpreter lock.
    Runs,
    /// It waits for the interpreter lock.
    Waits,
    /// In a column of a lane: it runs now and then, and does something else most of the time.
    Mixed,
    /// It waits for a lock of the script.
    Lock,
    /// It waits for another thread, to begin or to end.
    Join,
    Sleeps,
    /// It waits for the operating system.
    Io,
}

impl Mark {
    /// All marks that lanes show, in the order of the legend.
    pub const ALL: [Mark; 7] = [Mark::Runs, Mark::Waits, Mark::Lock, Mark::Join, Mark::Sleeps, Mark::Io, Mark::New];

    /// The mark of what a thread is doing.
    pub fn of(doing: Doing) -> Mark {
        match doing {
            Doing::Starting => Mark::New,
            Doing::Holding => Mark::Runs,
            Doing::Waiting => Mark::Waits,
            Doing::Spawning | Doing::Blocked(BlockedOn::Join(_)) => Mark::Join,
            Doing::Blocked(BlockedOn::Lock { .. }) => Mark::Lock,
            Doing::Blocked(BlockedOn::Sleep) => Mark::Sleeps,
            Doing::Blocked(BlockedOn::Io) => Mark::Io,
            Doing::Finished => Mark::Absent,
        }
    }

    /// The letter in the list of threads.
    pub fn letter(self) -> char {
        match self {
            Mark::Absent => '-',
            Mark::New => 'N',
            Mark::Runs => 'R',
            Mark::Waits => 'W',
            Mark::Mixed => 'M',
            Mark::Lock => 'L',
            Mark::Join => 'J',
            Mark::Sleeps => 'S',
            Mark::Io => 'I',
        }
    }

    /// What fills its stretch of a lane.
    pub fn pattern(self) -> char {
        match self {
            Mark::Absent => ' ',
            Mark::New => '·',
            Mark::Runs => '█',
            Mark::Waits => '░',
            Mark::Mixed => '▒',
            Mark::Lock => 'x',
            Mark::Join => 'j',
            Mark::Sleeps => 'z',
            Mark::Io => '~',
        }
    }

    /// The word in the legend.
    pub fn word(self) -> &'static str {
        match self {
            Mark::Absent => "done",
            Mark::New => "new",
            Mark::Runs => "runs",
            Mark::Waits => "waits for GIL",
            Mark::Mixed => "runs at times",
            Mark::Lock => "lock",
            Mark::Join => "join",
            Mark::Sleeps => "sleeps",
            Mark::Io => "I/O",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn letters_and_patterns_tell_states_apart() {
        let all: Vec<Mark> = Mark::ALL.into_iter().chain([Mark::Absent]).collect();
        let letters: BTreeSet<char> = all.iter().map(|mark| mark.letter()).collect();
        let patterns: BTreeSet<char> = all.iter().map(|mark| mark.pattern()).collect();
        assert_eq!((letters.len(), patterns.len()), (all.len(), all.len()));
    }
}
