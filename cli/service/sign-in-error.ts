// Nothing to sign in with.

/** Its message names what is missing or wrong, and holds no secret. */
export class SignInError extends Error {}
