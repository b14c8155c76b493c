//! How a request is authenticated. The credentials themselves stay in the host: the core never needs them.

/// The kind of credentials.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SignIn {
    /// A token.
    #[default]
    Token,
    /// A function that gives tokens.
    TokenFunction,
    /// An access key, which signs each request.
    AccessKey,
    /// A function that gives access keys.
    AccessKeyFunction,
    /// Nothing: a proxy adds the token.
    Nothing,
}

impl SignIn {
    /// The number comes from `js/call/sign-in.ts`.
    pub fn decode(number: i64) -> Self {
        match number {
            1 => SignIn::TokenFunction,
            2 => SignIn::AccessKey,
            3 => SignIn::AccessKeyFunction,
            4 => SignIn::Nothing,
            _ => SignIn::Token,
        }
    }

    /// Whether the caller gives a function.
    pub fn asks(self) -> bool {
        matches!(self, SignIn::TokenFunction | SignIn::AccessKeyFunction)
    }

    /// Whether requests are signed.
    pub fn signs(self) -> bool {
        matches!(self, SignIn::AccessKey | SignIn::AccessKeyFunction)
    }
}

#[cfg(test)]
mod tests {
    use super::SignIn;

    #[test]
    fn a_number_is_a_way_to_sign_in() {
        let all = [0, 1, 2, 3, 4, 5, -1].map(SignIn::decode);
        let known = [SignIn::Token, SignIn::TokenFunction, SignIn::AccessKey, SignIn::AccessKeyFunction];
        assert_eq!(all[..4], known);
        assert_eq!(all[4..], [SignIn::Nothing, SignIn::Token, SignIn::Token]);
    }
}
