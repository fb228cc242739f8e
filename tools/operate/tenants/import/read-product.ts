import { readFileSync } from "node:fs";
import { parseYaml } from "../../../../src/settings/access/yaml-source";
import { CommandError } from "../../../kit/command-error";
import { channelIn, type Imported, repositoryIn } from "./imported";

/** Fields of a `product.yaml` that have a place here. */
interface ProductYaml {
  readonly product?: string;
  readonly owner?: { readonly team?: string; readonly slack?: string; readonly source?: string };
  readonly environments?: readonly EnvironmentYaml[];
  readonly access?: readonly AccessYaml[];
  readonly [other: string]: unknown;
}

interface EnvironmentYaml {
  readonly name: string;
  readonly cluster: string;
  readonly namespace?: string;
  readonly is_production?: boolean;
}

interface AccessYaml {
  readonly group: string;
  readonly role: string;
  readonly clusters?: readonly string[];
  readonly live_access_justification?: string;
}

const KNOWN = new Set(["product", "owner", "environments", "access"]);

/**
 * Reads a file `product.yaml` of the Ministry's newer platform.
 *
 * @throws CommandError if it is no YAML
 */
export function readProductYaml(path: string): Imported {
  const { value, problems } = parseYaml(readFileSync(path, "utf8"));
  if (problems.length > 0) {
    throw new CommandError(problems.map(({ line, text }) => `${path}:${line}: ${text}`).join("\n"));
  }
  const file = (value ?? {}) as ProductYaml;
  return {
    product: file.product,
    team: file.owner?.team,
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
    .filter(({ clusters }) => clusters === undefined || clusters.includes(cluster))
    .map(({ group, role, live_access_justification: justification }) => ({
      team: group.replace(/^github:/, ""),
      role,
      ...(justification ? { justification } : {}),
    }));
