//! How an answer is read: which fields a record has and what each must be, for JavaScript and for Rust alike.

/// One field of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    /// The service's name for it.
    pub wire: &'static str,
    /// What it must be.
    pub kind: FieldKind,
}

/// What a field must be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldKind {
    /// A string that must be there: without it the record is none.
    Required,
    /// A string, `""` where it is missing; a whole number is its digits.
    Text,
    /// A time, or nothing.
    Time,
}

impl FieldKind {
    /// The mark behind a field's name in the text that `js/core/record.ts` reads.
    pub const fn mark(self) -> &'static str {
        match self {
            FieldKind::Required => "!",
            FieldKind::Text => "",
            FieldKind::Time => "@",
        }
    }
}

/// Declares a response type once: as a Rust type that serde reads, and as the table by which JavaScript reads the same.
///
/// A type of its own for each field would let serde's derive alone do, but derive tells the names and not the kinds.
macro_rules! record {
    (
        $(#[$outer:meta])*
        pub struct $name:ident {
            $( $(#[$inner:meta])* $field:ident: $kind:ident($wire:literal) -> $type:ty, )*
        }
    ) => {
        $(#[$outer])*
        #[derive(Clone, Debug, PartialEq, serde::Deserialize)]
        pub struct $name {
            $(
                $(#[$inner])*
                #[serde(rename = $wire, default, deserialize_with = "crate::answer::lenient::read")]
                pub $field: $type,
            )*
        }

        impl $name {
            /// Its fields, in the order of the service's own page.
            pub const FIELDS: &'static [crate::answer::record::Field] = &[
                $( crate::answer::record::Field {
                    wire: $wire,
                    kind: crate::answer::record::FieldKind::$kind,
                }, )*
            ];
        }
    };
}
pub(crate) use record;
