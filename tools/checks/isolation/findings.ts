import { selfServicePrefix, tenantSecretsOf } from "../../../src/names/tenant-resource-names";
import type { Tenant } from "../../../src/settings/products/products";
import type { TenantStackJson } from "../../samples/tenant-stacks";
import { foreignBlocks, judgeChosen } from "./chosen-by-aws";
import { HASHED, ownedNames, type OwnedName } from "./owned-names";
import { wideStatements } from "./wide-statements";
import { namesOverBorders, zoneOwners } from "./zone-borders";

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
  const zones = zoneOwners(stacks.map(({ tenant }) => tenant));
  let names = 0;
  const findings = stacks.flatMap(({ tenant, json }) => {
    const text = JSON.stringify([json.resource ?? {}, json.module ?? {}]);
    const found = new Set([...namesIn(text), ...[...hashedNamesIn(text)].filter((name) => owners.has(name))]);
    names += found.size;
    return [
      ...[...found].flatMap((name) => judge(name, tenant, owners)),
      ...foreignBlocks(json),
      ...namesOverBorders(json, tenant, zones),
      ...wideStatements(json),
    ].map((problem) => `${tenant.ref}: ${problem}`);
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
function* namesIn(text: string): Generator<string> {
  for (const [found] of text.matchAll(NAME)) {
    const name = found.startsWith("alias/") ? found : withoutPart(found);
    if ((OF_TENANT.test(name) || judgeChosen(name) !== undefined) && !ACCOUNT_ROLE.test(name)) {
      yield name;
    }
  }
}

/** Run of the characters of a database's identifier, and the hashes in one: parameters and snapshots have more behind it. */
const RUN = /tenant-[a-z0-9-]+/g;
const HASH = /-[0-9a-f]{8}(?=-|$)/g;

/** Names that may be those of databases, caches and search domains, which stand in many places outside ARNs. */
function* hashedNamesIn(text: string): Generator<string> {
  for (const [run] of text.matchAll(RUN)) {
    for (const { index, 0: hash } of run.matchAll(HASH)) {
      yield `${HASHED}${run.slice(0, index + hash.length)}`;
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
    case "es":
      return `es:${name.replace(/\/\*$/, "")}`;
    default:
      return `${service}:${name}`;
  }
}

/** Beginnings of the names of what a namespace makes itself, which are its own. No name of Terraform's has one of them. */
const beginningsOf = (tenant: Tenant): string[] =>
  tenant.settings.selfService === undefined
    ? []
    : [`dynamodb:table/${selfServicePrefix(tenant)}`, `s3:${selfServicePrefix(tenant)}`];

function judge(name: string, tenant: Tenant, owners: ReadonlyMap<string, OwnedName>): string[] {
  const chosen = judgeChosen(name);
  if (chosen !== undefined) {
    return chosen;
  }
  if (name.startsWith("secretsmanager:")) {
    const own = `secretsmanager:secret:${tenantSecretsOf(tenant.cluster)}${tenant.namespace}/`;
    return name.startsWith(own)
      ? []
      : [`expected secrets below ${own.slice("secretsmanager:secret:".length)}, got ${name}`];
  }
  if (beginningsOf(tenant).some((own) => name === `${own}*`)) {
    return [];
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
