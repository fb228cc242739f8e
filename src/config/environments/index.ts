import { integration } from "./integration";
import { production } from "./production";
import { staging } from "./staging";

/** Every environment, in order of promotion. */
export const environmentSettings = [integration, staging, production];
