// The same with only WebCrypto, as in a page.
// @ts-check
import { createCall as createSignedCall } from "./signed.mjs";

/** @param {{ endpoint: string, transport?: typeof fetch }} options */
export function createCall(options) {
  const call = createSignedCall(options);
  const { getBuiltinModule } = process;
  return async () => {
    Reflect.deleteProperty(process, "getBuiltinModule");
    try {
      return await call();
    } finally {
      process.getBuiltinModule = getBuiltinModule;
    }
  };
}
