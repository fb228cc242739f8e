import type { EnvironmentSettings } from "../environment";

/** Environments that live for days. `npm run ephemeral` adds and removes them: see docs/ephemeral.md. */
export const ephemerals: readonly EnvironmentSettings[] = [];
