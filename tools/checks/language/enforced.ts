/** Folders that keep the rules. The list only grows. */
export const ENFORCED: readonly string[] = ["src/addons/platform-alerts", "tools/checks/language"];
