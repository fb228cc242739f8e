/** Folders that keep the rules. The list only grows. */
export const ENFORCED: readonly string[] = ["tools/checks/language"];
