import { tenantSecretsOf } from "../../../src/names/tenant-resource-names";
import type { Tenant } from "../../../src/settings/products/products";
import type { TenantStackJson } from "../../samples/tenant-stacks";
import type { JsonMap } from "../../terraform-json/json-map";
import { isMap } from "../../terraform-json/json-map";
import { ownedNames, type OwnedName } from "./owned-names";

/** Names that tenants' stacks have, and those among them that are another's without a share. */
export interface Isolation {
  readonly names: number;
  readonly findings: readonly string[];
}

/**
 * Compares every name of a tenant's thing in every tenant's stack with its owner (T24). It looks at each name once,
 * whichever tenants there are, so its time grows with the text alone.
 */
export function isolationOf(stacks: readonly TenantStackJson[]): Isolation {
  const owners = new Map<string, OwnedName>();
  for (const { tenant, account } of stacks) {
    ownedNames(tenant, account).forEach((each) => owners.set(each.key, each));
  }
  let names = 0;
  const findings = stacks.flatMap(({ tenant, json }) => {
    const found = new Set(namesIn(json));
    names += found.size;
    return [...[...found].flatMap((name) => judge(name, tenant, owners)), ...wideKeys(json)].map(
      (problem) => `${tenant.ref}: ${problem}`,
    );
  });
  return { names, findings };
}

/** ARNs of an account's things and aliases of keys, in policies of any depth of quotes. */
const NAME = /arn:aws:[a-z0-9-]+:[a-z0-9-]*:[0-9]*:[^"'\\\s,\]]+|alias\/[A-Za-z0-9/_-]+/g;

/** Beginning of the name of a thing that is a tenant's. */
const OF_TENANT = /(?:^|[:/])(?:tenant-|tenants\/|tenants-alarms-)/;

/** Roles of service accounts, whose names have the namespace and not the cluster. Their stack alone makes them. */
const ACCOUNT_ROLE = /^iam:role\/tenant-.+--.+--/;

/** Names of tenants' things, as `<service>:<name>`, without what follows for parts of one. */
function* namesIn(json: JsonMap): Generator<string> {
  for (const [text] of JSON.stringify(json.resource ?? {}).matchAll(NAME)) {
    const name = text.startsWith("alias/") ? text : withoutPart(text);
    if (OF_TENANT.test(name) && !ACCOUNT_ROLE.test(name)) {
      yield name;
    }
  }
}

function withoutPart(arn: string): string {
  const [, , service = "", , , ...rest] = arn.split(":");
  const name = rest.join(":");
  switch (service) {
    case "s3":
      return `s3:${name.replace(/\/\*$/, "")}`;
    case "dynamodb":
      return `dynamodb:${name.replace(/\/index\/\*$/, "")}`;
    default:
      return `${service}:${name}`;
  }
}

function judge(name: string, tenant: Tenant, owners: ReadonlyMap<string, OwnedName>): string[] {
  if (name.startsWith("secretsmanager:")) {
    const own = `secretsmanager:secret:${tenantSecretsOf(tenant.cluster)}${tenant.namespace}/`;
    return name.startsWith(own)
      ? []
      : [`expected secrets below ${own.slice("secretsmanager:secret:".length)}, got ${name}`];
  }
  if (name.includes("*")) {
    return [`expected names in full, got ${name}`];
  }
  const found = owners.get(name);
  if (found === undefined) {
    return [`expected the name of a tenant's thing, got ${name}, which is no tenant's`];
  }
  return found.owner === tenant || found.sharedWith.includes(tenant.ref)
    ? []
    : [`expected its own or what is shared with it, got ${name} of ${found.owner.ref}`];
}

/** Statements about every key of the account that no alias narrows. */
function wideKeys({ resource }: JsonMap): string[] {
  const policies = isMap(resource) && isMap(resource.aws_iam_role_policy) ? resource.aws_iam_role_policy : {};
  return Object.entries(policies).flatMap(([address, block]) => {
    const { Statement = [] } = JSON.parse((block as { policy: string }).policy) as Policy;
    return Statement.some(
      ({ Resource, Condition }) =>
        [Resource].flat().some((each) => each.endsWith(":key/*")) &&
        (Condition?.["ForAnyValue:StringEquals"]?.["kms:ResourceAliases"] ?? []).length === 0,
    )
      ? [`aws_iam_role_policy.${address}: expected keys by their aliases, got every key`]
      : [];
  });
}

interface Policy {
  readonly Statement?: readonly {
    readonly Resource: string | readonly string[];
    readonly Condition?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  }[];
}
