// What the build may be told by variables.

interface ImportMetaEnv {
  /** Where the examples can be read, without a slash at its end. Without it the page only names them. */
  readonly VITE_EXAMPLES?: string;
}
