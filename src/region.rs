//! The regions that have SFS Turbo, and the host of each.

use crate::text::concat;

/// Every region that the vendor's own SDKs list for SFS Turbo, in alphabetical order (Node SDK 3.1.209, 2026-08).
pub const REGIONS: [&str; 32] = [
    "ae-ad-1",
    "af-north-1",
    "af-south-1",
    "ap-southeast-1",
    "ap-southeast-2",
    "ap-southeast-3",
    "ap-southeast-4",
    "ap-southeast-5",
    "cn-east-2",
    "cn-east-3",
    "cn-east-4",
    "cn-east-5",
    "cn-north-1",
    "cn-north-11",
    "cn-north-12",
    "cn-north-2",
    "cn-north-4",
    "cn-north-9",
    "cn-south-1",
    "cn-south-2",
    "cn-south-4",
    "cn-southwest-2",
    "cn-southwest-3",
    "eu-west-101",
    "la-north-2",
    "la-south-2",
    "me-east-1",
    "my-kualalumpur-1",
    "na-mexico-1",
    "ru-moscow-1",
    "sa-brazil-1",
    "tr-west-1",
];

/// The endpoint of a region, or nothing if the vendor lists no such region.
pub fn endpoint(region: &str) -> Option<String> {
    REGIONS.binary_search(&region).ok()?;
    // Dublin stands on the European site, the one region of these with a domain of its own.
    let domain = if region == "eu-west-101" { "eu" } else { "com" };
    Some(concat(&["https://sfs-turbo.", region, ".myhuaweicloud.", domain]))
}

/// The regions that a misspelt one may mean, nearest first, three at most, with commas between; `""` if none is near.
pub fn near(region: &str) -> String {
    let mut names = String::new();
    // Longer text is no misspelling, and the distance costs the product of both lengths.
    if region.len() > 32 {
        return names;
    }
    // Of bytes, since counting characters is as long again; no region has others than ASCII's.
    let lower_case = region.to_ascii_lowercase().into_bytes();
    let distances = REGIONS.map(|known| strsim::generic_levenshtein(&lower_case, &known.as_bytes().to_vec()));
    let mut count = 0;
    for wanted in 0..=4 {
        for (known, distance) in REGIONS.iter().zip(distances) {
            if distance == wanted && count < 3 {
                count += 1;
                names = concat(&[&names, if names.is_empty() { "" } else { ", " }, known]);
            }
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::{REGIONS, endpoint, near};

    #[test]
    fn the_list_is_sorted_so_that_it_can_be_searched() {
        assert!(REGIONS.is_sorted());
    }

    #[test]
    fn a_region_resolves_to_the_vendors_host() {
        assert_eq!(endpoint("cn-north-4").as_deref(), Some("https://sfs-turbo.cn-north-4.myhuaweicloud.com"));
        assert_eq!(
            endpoint("eu-west-101").as_deref(),
            Some("https://sfs-turbo.eu-west-101.myhuaweicloud.eu")
        );
        assert!(REGIONS.iter().all(|region| endpoint(region).is_some()));
    }

    #[test]
    fn an_unknown_region_has_no_endpoint() {
        assert_eq!(endpoint("cn-north-99"), None);
        assert_eq!(endpoint("CN-NORTH-4"), None);
        assert_eq!(endpoint("evil.example/"), None);
    }

    #[test]
    fn a_misspelt_region_has_near_matches_and_nonsense_has_none() {
        assert_eq!(near("cn-nort-4"), "cn-north-4, cn-north-1, cn-north-2");
        assert_eq!(near("CN-NORTH-4"), "cn-north-4, cn-north-1, cn-north-2");
        assert_eq!(near("eu-west-1"), "eu-west-101, tr-west-1, me-east-1");
        assert!(near("the-moon-is-far").is_empty());
        assert!(near(&"a".repeat(1_000_000)).is_empty());
    }
}
