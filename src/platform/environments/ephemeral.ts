import { ephemeral, type EphemeralSettings } from "../../settings/environment/ephemeral";

const settings: readonly EphemeralSettings[] = [];

/** Environments that live for days. `npm run ephemeral` adds and removes them: see docs/ephemeral.md. */
export const ephemerals = settings.map(ephemeral);
