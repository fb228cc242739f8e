import { z } from "zod";
import { accessLevels } from "../../../src/platform/access-levels";
import { accessFileWith } from "../../../src/settings/access/access-file-schema";

/** JSON Schemas of the YAML files that people write, by path. Editors complete and check by them. */
export const schemas = (): Map<string, string> =>
  new Map([["docs/schemas/access.json", textOf(ACCESS_FILE, "Access to one environment, by level")]]);

const ACCESS_FILE = accessFileWith(Object.keys(accessLevels));

function textOf(schema: z.ZodType, title: string): string {
  const json = z.toJSONSchema(schema, { io: "input", target: "draft-7" });
  return `${JSON.stringify({ ...json, title }, undefined, 2)}\n`;
}
