// What bundlers for pages get instead of the entry. It has the same names, so that the error says the reason.

function unavailable(): never {
  throw new Error(
    "sfs-turbo-tasks/credentials runs in Node only. Access keys and passwords do not belong in a page: everyone who opens it can " +
      "read them. Let your own proxy add the token, or pass a token function that gets one from your server.",
  );
}

unavailable();

export const CredentialsError = unavailable;
export const fromChain = unavailable;
export const fromDefaults = unavailable;
export const fromEcsMetadata = unavailable;
export const fromEnv = unavailable;
export const fromIdToken = unavailable;
export const fromKooCli = unavailable;
export const fromPassword = unavailable;
export const fromPodIdentity = unavailable;
export const fromProfile = unavailable;
export const fromTemporaryKeys = unavailable;
