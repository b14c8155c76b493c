//! Describes how an answer is read: the fields of a record and their types, for JavaScript and for Rust.

/// One field of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its name in the service's JSON.
    pub wire: &'static str,
    /// What it must be.
    pub kind: FieldKind,
}

/// The type of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldKind {
    /// A required string: without it the record is not valid.
    Required,
    /// A string; `""` if it is missing. A whole number becomes its digits.
    Text,
    /// A time, or none.
    Time,
}

impl FieldKind {
    /// The mark after the name of a field, in the text that `js/core/record.ts` reads.
    pub const fn mark(self) -> &'static str {
        match self {
            FieldKind::Required => "!",
            FieldKind::Text => "",
            FieldKind::Time => "@",
        }
    }
}

/// Declares a response type once: as a Rust type for serde, and as a table from which JavaScript reads the same fields.
///
/// serde's derive alone is not enough: it knows the names of the fields but not their kinds.
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
            /// Its fields, in the order of the vendor's page.
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
