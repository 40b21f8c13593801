//! `bytes` and `bytearray`.

/// Immutable `bytes`, or a `bytearray`, whose `data` may be replaced.
#[derive(Debug, Clone, Default)]
pub struct BytesObject {
    pub data: Box<[u8]>,
    pub is_bytearray: bool,
}
