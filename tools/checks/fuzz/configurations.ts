import fc from "fast-check";
import { parseAccessFile } from "../../../src/settings/access/access-file";
import { ConfigurationError } from "../../../src/settings/checking/configuration-error";
import { defineEnvironment, organisation } from "../../samples/platform";
import type { EnvironmentSettings } from "../../../src/settings/environment/environment";
import { anyAccessFile } from "./any-access-file";
import { anySettings } from "./any-settings";
import type { Trial } from "./trial";

const LEVELS = Object.keys(organisation.accessLevels);
const ACCESS_FILE = "src/platform/access/any.yaml";

const KEY = String.raw`[A-Za-z_][\w-]*`;
const QUOTED = String.raw`\["(?:[^"\\]|\\.)*"\]`;
const PATH = String.raw`(?:${KEY}|${QUOTED}|\[\d+\])(?:\.${KEY}|\[\d+\]|${QUOTED})*`;
const IN_ACCESS_FILE = String.raw`${ACCESS_FILE}:\d+:(?: ${PATH}:)?`;
const PLACE = String.raw`[a-z][a-z0-9-]* (?:${PATH}:|${IN_ACCESS_FILE})`;
const PROBLEM = new RegExp(`^${PLACE} expected .+, got.+; .+$`, "s");

/** Settings, and the text of an access file that takes the place of theirs. */
export interface Configuration {
  readonly settings: unknown;
  readonly accessFile: string | undefined;
}

/**
 * Trial that expects of any configuration an environment, or an error whose every problem names its place.
 */
export const configurations: Trial<Configuration> = {
  name: "configurations",
  cases: fc.record({ settings: anySettings, accessFile: fc.option(anyAccessFile, { nil: undefined }) }),
  check: ({ settings, accessFile }) => {
    const access =
      accessFile === undefined ? {} : { access: parseAccessFile(ACCESS_FILE, accessFile, LEVELS) };
    const isObject = typeof settings === "object" && settings !== null && !Array.isArray(settings);
    for (const problem of problemsOf(isObject ? { ...settings, ...access } : settings)) {
      if (!PROBLEM.test(problem)) {
        throw new Error(`a problem without a place or a way out: ${problem}`);
      }
    }
  },
};

/** @throws any error that configuration must not throw */
function problemsOf(settings: unknown): readonly string[] {
  try {
    defineEnvironment(settings as EnvironmentSettings);
    return [];
  } catch (error) {
    if (error instanceof ConfigurationError && error.problems.length > 0) {
      return error.problems;
    }
    throw error;
  }
}
