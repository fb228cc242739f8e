import { ephemerals } from "./ephemeral";
import { integration } from "./integration";
import { production } from "./production";
import { staging } from "./staging";

/** Permanent environments in order of promotion. */
export const permanentSettings = [integration, staging, production];

/** Every environment. */
export const environmentSettings = [...permanentSettings, ...ephemerals];
