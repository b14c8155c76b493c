// The tasks that are shown, by ids that the server knows too.
// @ts-check
export const shareId = "a1b2c3d4-0000-4000-8000-00000000f11e";
export const first = "a1b2c3d4-0000-4000-8000-000000000001";
export const second = "a1b2c3d4-0000-4000-8000-000000000002";
