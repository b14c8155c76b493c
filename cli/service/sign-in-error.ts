// An error for missing credentials.

/** Its message names what is missing or wrong, and contains no secret. */
export class SignInError extends Error {}
