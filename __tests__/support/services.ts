import type { ServicesSettings } from "../../src/config/services";
import { testEnvironment } from "./environments";

/** Every add-on switched off. */
export const nothing: ServicesSettings = Object.fromEntries(
  Object.keys(testEnvironment.services)
    .filter((name) => name !== "replicas" && name !== "registries")
    .map((name) => [name, false]),
);
