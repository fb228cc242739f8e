import { ACCESS_FOLDER } from "../../src/platform/access";
import type { EnvironmentSettings } from "../../src/settings/environment/environment";
import * as ephemerals from "../../src/settings/environment/ephemeral";
import { organisation } from "./platform";

/** Settings of an ephemeral environment of the organisation. */
export const ephemeral = (settings: ephemerals.EphemeralSettings): EnvironmentSettings =>
  ephemerals.ephemeral(settings, organisation, ACCESS_FOLDER);
