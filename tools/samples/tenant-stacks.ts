import { TerraformStack } from "cdktf";
import { type App } from "cdktf";
import "../../src/constructs/without-stack-traces";
import { PlatformApp } from "../../src/output/platform-app";
import { stackJson } from "../../src/output/stack-json";
import { invokeAspects } from "../../src/output/write-stack";
import { tenantStackId } from "../../src/names/tenant-names";
import type { Platform } from "../../src/settings/define-platform";
import { clusterLabel } from "../../src/settings/environment/stack-names";
import { accountOf } from "../../src/settings/organisation/environment-names";
import type { Tenant } from "../../src/settings/products/products";
import { addTenantStacks } from "../../src/stacks/tenants";
import type { JsonMap } from "../terraform-json/json-map";

/** Tenant and the JSON of its stack. */
export interface TenantStackJson {
  readonly tenant: Tenant;

  /** Account of its cluster. */
  readonly account: string;
  readonly json: JsonMap;
}

/** Tenants of a platform with the JSON of their stacks, which nothing writes to disk. */
export function tenantStacks({
  environments,
  tenants,
}: Pick<Platform, "environments" | "tenants">): TenantStackJson[] {
  const app = new PlatformApp();
  addTenantStacks(app, environments, tenants);
  const accounts = new Map(
    environments.flatMap(({ clusters }) =>
      clusters.map((cluster) => [clusterLabel(cluster), accountOf(cluster)] as const),
    ),
  );
  return (tenants.products?.tenants ?? []).map((tenant) => ({
    tenant,
    account: accounts.get(tenant.cluster)!,
    json: jsonOf(app, tenant),
  }));
}

function jsonOf(app: App, { cluster, namespace }: Tenant): JsonMap {
  const stack = app.node.findChild(tenantStackId(cluster, namespace));
  if (!TerraformStack.isStack(stack)) {
    throw new Error(`${stack.node.id}: expected a stack`);
  }
  invokeAspects(stack, []);
  return JSON.parse(JSON.stringify(stackJson(stack, stack.node.findAll()))) as JsonMap;
}
