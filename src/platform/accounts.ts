/** AWS accounts, twelve digits each: one for every permanent environment, and one for all ephemeral ones. */
export const ACCOUNTS = {
  integration: "210287912431",
  staging: "696911096973",
  production: "172025368201",
  ephemeral: "430354129336",
} as const;
