/**
 * Shape such as `team@example.org`, enough to tell an address from a name or a channel. Braces are left out: Terraform would
 * evaluate `${…}` and `%{…}` in an argument that holds the address.
 */
export const EMAIL = /^[^\s@{}]+@[^\s@{}]+\.[^\s@{}]+$/;
