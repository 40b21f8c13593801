//! Standard output and error: the buffers between `print` and the file descriptors.

use crate::heap::collect::Marker;

/// Placeholder until the streams are written.
#[derive(Debug, Clone, Default)]
pub struct Streams {}

impl Streams {
    pub(crate) fn trace(&self, _marker: &mut Marker) {}
}
