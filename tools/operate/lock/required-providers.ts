import { join } from "node:path";
import { environmentSettings } from "../../../src/platform/environments";
import { synthesiseExamples } from "../../samples/examples";
import { defineEnvironments } from "../../samples/platform";
import { synthesise } from "../../samples/synthesise";
import { allRequirements, type Requirement } from "../../terraform-json/requirements";

/** Providers that any stack of the platform or of an example needs. */
export const requiredProviders = (folder: string): Requirement[] =>
  allRequirements(
    [
      ...synthesise(defineEnvironments(environmentSettings), join(folder, "environments")),
      ...synthesiseExamples(join(folder, "examples")),
    ].map(({ json }) => json),
  );
