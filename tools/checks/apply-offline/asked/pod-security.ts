import type { ApiClient } from "../../../offline/api-client";
import { asList, asMap, isMap, textOf } from "../../../terraform-json/json-map";

/** Levels of Pod Security, the strictest first. */
const LEVELS = ["restricted", "baseline", "privileged"] as const;

type Level = (typeof LEVELS)[number];

const ENFORCE = "pod-security.kubernetes.io/enforce";

/** Level of a namespace, and what its pods would bear. */
export interface NamespaceLevel {
  readonly namespace: string;
  readonly level: Level;

  /** Strictest level that all its pods would bear. */
  readonly strictest: Level;

  /** Reasons why the next level would not hold. */
  readonly because: readonly string[];
}

/** Levels of the namespaces that enforce one, by what the server says of their pods. */
export async function podSecurity(client: ApiClient): Promise<NamespaceLevel[]> {
  const { body } = await client.get("/api/v1/namespaces");
  const levels: NamespaceLevel[] = [];
  for (const { metadata } of asList(body.items).filter(isMap)) {
    const { name, labels } = asMap(metadata);
    const level = LEVELS.find((one) => one === asMap(labels)[ENFORCE]);
    if (level !== undefined) {
      levels.push({ namespace: textOf(name), level, ...(await strictestOf(client, textOf(name))) });
    }
  }
  return levels;
}

async function strictestOf(
  client: ApiClient,
  namespace: string,
): Promise<Pick<NamespaceLevel, "strictest" | "because">> {
  let because: readonly string[] = [];
  for (const strictest of LEVELS) {
    const labels = { [ENFORCE]: strictest };
    const { warnings = [] } = await client.merge(`/api/v1/namespaces/${namespace}?dryRun=All`, {
      metadata: { labels },
    });
    // The first warning announces the others.
    const violations = warnings.filter((warning) => !warning.startsWith("existing pods in namespace"));
    if (warnings.length === 0) {
      return { strictest, because };
    }
    because = violations;
  }
  return { strictest: "privileged", because };
}

/** Namespaces whose pods would bear a stricter level than theirs. */
export const tooLoose = (levels: readonly NamespaceLevel[]): string[] =>
  levels
    .filter(({ level, strictest }) => LEVELS.indexOf(strictest) < LEVELS.indexOf(level))
    .map(
      ({ namespace, level, strictest }) =>
        `namespace ${namespace}: expected the strictest level that its pods bear, got ${level}; make it ${strictest}`,
    );
