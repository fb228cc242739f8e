import { readFileSync } from "node:fs";
import { z } from "zod";
import { parseYaml } from "../../../../src/settings/access/yaml-source";
import { CommandError } from "../../../kit/command-error";
import { channelIn, type Imported, repositoryIn } from "./imported";
import { shaped } from "./shaped";

const TEXT = z.string().nullish();

/** Fields of a `product.yaml` that have a place here. */
const PRODUCT_YAML = z.looseObject({
  product: TEXT,
  owner: z.looseObject({ team: TEXT, slack: TEXT, source: TEXT }).nullish(),
  environments: z.array(z.looseObject({ name: z.string(), cluster: z.string(), namespace: TEXT })).nullish(),
  access: z
    .array(
      z.looseObject({
        group: z.string(),
        role: z.string(),
        clusters: z.array(z.string()).nullish(),
        live_access_justification: TEXT,
      }),
    )
    .nullish(),
});

type AccessYaml = NonNullable<z.infer<typeof PRODUCT_YAML>["access"]>[number];

const KNOWN = new Set(["product", "owner", "environments", "access"]);

/**
 * Reads a file `product.yaml` of the Ministry's newer platform.
 *
 * @throws CommandError if it is no YAML, or of another shape
 */
export function readProductYaml(path: string): Imported {
  const { value, problems } = parseYaml(readFileSync(path, "utf8"));
  if (problems.length > 0) {
    throw new CommandError(problems.map(({ line, text }) => `${path}:${line}: ${text}`).join("\n"));
  }
  const file = shaped(PRODUCT_YAML, value ?? {}, path);
  return {
    product: file.product ?? undefined,
    team: file.owner?.team ?? undefined,
    email: undefined,
    channel: channelIn(file.owner?.slack),
    source: repositoryIn(file.owner?.source),
    environments: (file.environments ?? []).map(({ name, cluster, namespace }) => ({
      name,
      settings: {
        cluster,
        ...(namespace ? { namespace } : {}),
        access: accessOf(file.access ?? [], cluster),
      },
    })),
    left: Object.keys(file)
      .filter((key) => !KNOWN.has(key))
      .map((key) => `product.yaml: ${key}: leave it out`),
  };
}

const accessOf = (access: readonly AccessYaml[], cluster: string) =>
  access
    .filter(({ clusters }) => !clusters || clusters.includes(cluster))
    .map(({ group, role, live_access_justification: justification }) => ({
      team: group.replace(/^github:/, ""),
      role,
      ...(justification ? { justification } : {}),
    }));
