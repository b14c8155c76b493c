// A style sheet as the build puts it into the script: its text, without what only a reader needs.

declare module "*.css" {
  const text: string;
  export default text;
}
