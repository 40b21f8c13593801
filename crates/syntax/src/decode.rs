//! Bytes of a file → text: the byte order mark, the coding cookie of PEP 263, and what is not text at all.

use gilscope_source::Span;

use crate::error::SyntaxError;

/// The text of a source file.
pub fn decode(bytes: &[u8]) -> Result<String, SyntaxError> {
    let body = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if body.contains(&0) {
        return Err(*SyntaxError::boxed("source code cannot contain null bytes", Span::default()));
    }
    match std::str::from_utf8(body) {
        Ok(text) => Ok(text.to_owned()),
        Err(error) => {
            let at = error.valid_up_to();
            let message = format!(
                "(unicode error) 'utf-8' codec can't decode byte {:#04x} in position {at}: invalid start byte",
                body[at]
            );
            Err(*SyntaxError::boxed(message, Span::default()))
        }
    }
}
