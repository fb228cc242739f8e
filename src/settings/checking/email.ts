/** Shape such as `team@example.org`, enough to tell an address from a name or a channel. */
export const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
