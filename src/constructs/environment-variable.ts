/**
 * Reference to an environment variable, for programs that fill in their own configuration: `$` and the name
 * in braces.
 */
export const environmentVariable = (name: string): string => `\${${name}}`;
