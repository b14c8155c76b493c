//! The regions with SFS Turbo, and their hosts.

use super::spelling::{distance, plain};
use crate::text::{Parts, Sentence, has_word};

/// The regions that the vendor's own SDKs list for SFS Turbo, in alphabetical order (Node SDK 3.1.209, 2026-08).
pub const REGIONS: &str = "ae-ad-1 af-north-1 af-south-1 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 \
    ap-southeast-5 cn-east-2 cn-east-3 cn-east-4 cn-east-5 cn-north-1 cn-north-11 cn-north-12 cn-north-2 \
    cn-north-4 cn-north-9 cn-south-1 cn-south-2 cn-south-4 cn-southwest-2 cn-southwest-3 eu-west-101 \
    la-north-2 la-south-2 me-east-1 my-kualalumpur-1 na-mexico-1 ru-moscow-1 sa-brazil-1 tr-west-1";

/// The endpoint of a region; `None` if the vendor does not list it.
pub fn endpoint(region: &str) -> Option<String> {
    if !has_word(REGIONS, region) {
        return None;
    }
    // Dublin belongs to the European site, which has another domain.
    let domain = if region == "eu-west-101" { "eu" } else { "com" };
    let mut host = Sentence::new("https://sfs-turbo.");
    host.add(region).add(".myhuaweicloud.").add(domain);
    Some(host.text)
}

/// Adds up to three regions that a misspelt name may mean, the nearest first. Returns whether there is one.
pub fn add_near(sentence: &mut Sentence, region: &str) -> bool {
    // A longer text is not a misspelling, and the time of the distance grows with the product of both lengths.
    if region.len() > 32 {
        return false;
    }
    let region = plain(region);
    let mut count = 0;
    for wanted in 0..=4 {
        for known in Parts::of(REGIONS, " ") {
            if count < 3 && distance(&region, &plain(known)) == wanted {
                sentence.add(if count == 0 { "did you mean " } else { ", " }).add(known);
                count += 1;
            }
        }
    }
    if count > 0 {
        sentence.add("? Otherwise pass an endpoint");
    }
    count > 0
}

#[cfg(test)]
mod tests {
    use super::{REGIONS, add_near, endpoint};
    use crate::text::Sentence;

    fn near(region: &str) -> String {
        let mut sentence = Sentence::default();
        add_near(&mut sentence, region);
        sentence.text
    }

    #[test]
    fn a_region_resolves_to_the_vendors_host() {
        assert_eq!(endpoint("cn-north-4").as_deref(), Some("https://sfs-turbo.cn-north-4.myhuaweicloud.com"));
        assert_eq!(
            endpoint("eu-west-101").as_deref(),
            Some("https://sfs-turbo.eu-west-101.myhuaweicloud.eu")
        );
        assert_eq!(REGIONS.split(' ').count(), 32);
        assert!(REGIONS.split(' ').all(|region| endpoint(region).is_some()));
    }

    #[test]
    fn an_unknown_region_has_no_endpoint() {
        for region in ["cn-north-99", "CN-NORTH-4", "evil.example/", "", "ae-ad-1 af-north-1"] {
            assert_eq!(endpoint(region), None);
        }
    }

    #[test]
    fn a_misspelt_region_has_near_matches_and_nonsense_has_none() {
        assert_eq!(
            near("cn-nort-4"),
            "did you mean cn-north-4, cn-north-1, cn-north-2? Otherwise pass an endpoint"
        );
        assert_eq!(
            near("CN-NORTH-4"),
            "did you mean cn-north-4, cn-north-1, cn-north-2? Otherwise pass an endpoint"
        );
        assert_eq!(
            near("eu-west-1"),
            "did you mean eu-west-101, tr-west-1, me-east-1? Otherwise pass an endpoint"
        );
        assert!(near("the-moon-is-far").is_empty());
        assert!(near(&"a".repeat(1_000_000)).is_empty());
        let spread = |dashes| near(&format!("cn{}north-4", "-".repeat(dashes)));
        assert!(spread(23).starts_with("did you mean cn-north-4, "), "of 32 characters");
        assert_eq!([spread(24), spread(40)], ["", ""], "of more");
    }
}
