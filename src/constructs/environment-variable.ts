/** How programs that fill in their own configuration name a variable of their environment: `$` and the name in braces. */
export const environmentVariable = (name: string): string => `\${${name}}`;
