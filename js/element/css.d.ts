// A style sheet as the build puts it into the script: its text, without comments and white space.

declare module "*.css" {
  const text: string;
  export default text;
}
