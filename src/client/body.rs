//! Reads the body of a response, up to a limit.

use js_sys::ArrayBuffer;
use wasm_bindgen::prelude::*;
use web_sys::{TextDecodeOptions, TextDecoder};

use super::foreign::{call, property};
use super::settled::{Settled, ignore};
use super::timer::Timer;

/// After this many pieces of a body, the event loop gets a turn. A stream may have all its pieces ready, and then no timer would
/// fire. Pieces from a network have some kilobytes, so that the body of a task never has as many.
const PIECES_PER_TURN: u32 = 256;

/// The result of reading a body.
pub(super) enum BodyText {
    Whole(String),
    /// It has more bytes than the limit.
    TooLarge,
}

/// Reads a body piece by piece, so that a very large one does not fill the memory; `None` if it cannot be read.
///
/// # Errors
///
/// The error of the stream or of the response.
pub(super) async fn read(response: &JsValue, limit: u64) -> Result<Option<BodyText>, JsValue> {
    let Some(mut reader) = Reader::of(response) else {
        return read_whole(response, limit).await;
    };
    let Some(mut decoder) = Decoder::new() else { return Ok(None) };
    let (mut length, mut pieces) = (0.0, 0);
    loop {
        // A reader that the caller's fetch gave may return anything else. That counts as a piece without bytes.
        let piece = Settled::of(&call(&reader.0, "read", &[])?).await?;
        if property(&piece, "done")?.is_truthy() {
            reader.0 = JsValue::UNDEFINED;
            return Ok(decoder.end());
        }
        let value = property(&piece, "value")?;
        let Some(bytes) = property(&value, "byteLength")?.as_f64().filter(|_| ArrayBuffer::is_view(&value))
        else {
            return Ok(None);
        };
        length += bytes;
        if length > limit as f64 {
            return Ok(Some(BodyText::TooLarge));
        }
        if bytes > 0.0 && decoder.add(&value).is_none() {
            // The bytes of a foreign stream may be shared with another thread, or detached.
            return Ok(None);
        }
        pieces += 1;
        if pieces == PIECES_PER_TURN {
            pieces = 0;
            Timer::new(0.0).await;
        }
    }
}

/// The reader of a body. It is cancelled if it is dropped before the end.
struct Reader(JsValue);

impl Reader {
    /// `None` if there is no body, as with 204, or if the response is a foreign object without a stream.
    fn of(response: &JsValue) -> Option<Self> {
        let body = property(response, "body").ok()?;
        let reader = call(&body, "getReader", &[]).ok()?;
        property(&reader, "read").ok()?.is_function().then_some(Reader(reader))
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        if self.0.is_undefined() {
            return;
        }
        // A stream may refuse to be cancelled. That makes no difference for the call.
        if let Ok(answer) = call(&self.0, "cancel", &[]) {
            ignore(&answer);
        }
    }
}

/// The text of the pieces so far.
struct Decoder {
    decoder: TextDecoder,
    options: TextDecodeOptions,
    text: String,
}

impl Decoder {
    fn new() -> Option<Self> {
        let options = TextDecodeOptions::new();
        // A piece may end inside a character.
        options.set_stream(true);
        Some(Decoder { decoder: TextDecoder::new().ok()?, options, text: String::new() })
    }

    fn add(&mut self, piece: &JsValue) -> Option<()> {
        let text =
            self.decoder.decode_with_buffer_source_and_options(piece.unchecked_ref(), &self.options).ok()?;
        self.text.push_str(&text);
        Some(())
    }

    fn end(mut self) -> Option<BodyText> {
        let rest = self.decoder.decode().ok()?;
        self.text.push_str(&rest);
        Some(BodyText::Whole(self.text))
    }
}

async fn read_whole(response: &JsValue, limit: u64) -> Result<Option<BodyText>, JsValue> {
    let Ok(answer) = call(response, "text", &[]) else { return Ok(None) };
    Ok(Settled::of(&answer)
        .await?
        .as_string()
        .map(|text| if text.len() as u64 > limit { BodyText::TooLarge } else { BodyText::Whole(text) }))
}
