/** Stands in output where a secret would. */
export const MASK = "(masked)";
