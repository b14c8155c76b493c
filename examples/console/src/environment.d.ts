// The variables of the build.

interface ImportMetaEnv {
  /** The address of the examples, without a slash at its end. Without it the page only names them. */
  readonly VITE_EXAMPLES?: string;
}
