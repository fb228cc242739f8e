import { ephemerals } from "./ephemeral";
import { integration } from "./integration";
import { production } from "./production";
import { staging } from "./staging";

/** The environments that always exist, in order of promotion. */
export const permanentSettings = [integration, staging, production];

/** Every environment. */
export const environmentSettings = [...permanentSettings, ...ephemerals];
