//! Why a thread gave the interpreter lock up.

use std::ops::{Index, IndexMut};

macro_rules! release_reasons {
    ($( $variant:ident $name:literal $meaning:literal; )*) => {
        /// Why a thread released the interpreter lock.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum ReleaseReason { $( #[doc = $meaning] $variant, )* }

        impl ReleaseReason {
            /// Every reason, in the order in which they are printed.
            pub const ALL: &'static [ReleaseReason] = &[ $( ReleaseReason::$variant, )* ];

            /// The word that reports use.
            pub fn name(self) -> &'static str { match self { $( ReleaseReason::$variant => $name, )* } }

            /// One line for the reader.
            pub fn meaning(self) -> &'static str { match self { $( ReleaseReason::$variant => $meaning, )* } }
        }
    };
}

release_reasons! {
    Interval "interval" "Another thread had waited for a whole switch interval and asked for the lock.";
    Tick "tick" "The number of instructions after which the model switches has been run.";
    Sleep "sleep" "The thread went to sleep.";
    Io "io" "The thread entered a system call that may block.";
    LockWait "lock" "The thread waits for a lock that another thread holds.";
    Join "join" "The thread waits for another one to end.";
    ThreadStart "start" "The thread waits until the thread it started is running.";
    Yield "yield" "The script asked for a switch.";
    Exit "exit" "The thread ended.";
    Return "return" "A thread that was back from a sleep, a system call or a wait asked for the lock (model fair).";
}

impl ReleaseReason {
    /// Whether the thread could have gone on: it was made to give the lock up.
    pub fn is_forced(self) -> bool {
        matches!(self, ReleaseReason::Interval | ReleaseReason::Tick | ReleaseReason::Return)
    }
}

/// One value for each reason.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ByReason<T>([T; ReleaseReason::ALL.len()]);

impl<T> ByReason<T> {
    /// The values with their reasons, in the order of `ReleaseReason::ALL`.
    pub fn iter(&self) -> impl Iterator<Item = (ReleaseReason, &T)> {
        ReleaseReason::ALL.iter().copied().zip(&self.0)
    }
}

impl<T> Index<ReleaseReason> for ByReason<T> {
    type Output = T;

    fn index(&self, reason: ReleaseReason) -> &T {
        &self.0[reason as usize]
    }
}

impl<T> IndexMut<ReleaseReason> for ByReason<T> {
    fn index_mut(&mut self, reason: ReleaseReason) -> &mut T {
        &mut self.0[reason as usize]
    }
}
