import { ephemeral, type EphemeralSettings } from "../../settings/environment/ephemeral";
import { ACCESS_FOLDER } from "../access";
import { organisation } from "../organisation";

const settings: readonly EphemeralSettings[] = [];

/** Environments that live for days. `npm run ephemeral` adds and removes them: see docs/ephemeral.md. */
export const ephemerals = settings.map((one) => ephemeral(one, organisation, ACCESS_FOLDER));
