/**
 * Terraform expression of a password's bcrypt hash. The salt, and so the hash, differs on every run: use it
 * only beside the password, in the same write-only argument.
 *
 * @throws where the password is not a Terraform expression
 * @see https://developer.hashicorp.com/terraform/language/functions/bcrypt
 */
export function bcrypt(password: string): string {
  const expression = /^\$\{(.+)\}$/.exec(password)?.[1];
  if (expression === undefined) {
    throw new Error(
      "bcrypt: expected the expression of a password, got text; pass what RandomPassword made up",
    );
  }
  return `\${bcrypt(${expression})}`;
}
