import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import type { Cluster } from "../constructs/cluster";
import type { Permission } from "../constructs/iam-policy";
import type { Manifest } from "../constructs/manifests";
import { WorkloadRole } from "../constructs/workload-role";
import { tenantAccountRole } from "../names/tenant-resource-names";
import { ACTIONS } from "./resources/actions";
import type { Offer } from "./resources/resource-parts";
import { type KeyService, viaService } from "./via-service";

export interface TenantServiceAccountProps {
  readonly cluster: Cluster;
  readonly namespace: string;
  readonly name: string;
  readonly accountId: string;
  readonly region: string;

  /** Resources that it may use. */
  readonly offers: readonly Offer[];

  /**
   * Labels of the account.
   *
   * @default - none
   */
  readonly labels?: Readonly<Record<string, string>> | undefined;

  /** ARN of the key that encrypts them; `undefined` where the namespace has no resources. */
  readonly keyArn: string | undefined;
}

/** Service account of a tenant's pods, and its IAM role with the permissions on the resources that it uses. */
export class TenantServiceAccount extends Construct {
  /** Account as an object of the namespace. */
  readonly manifest: Manifest;
  readonly ready: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: TenantServiceAccountProps) {
    super(scope, id);
    const { cluster, namespace, name, labels } = props;
    const role = new WorkloadRole(this, "role", {
      cluster,
      namespace,
      serviceAccount: name,
      roleName: tenantAccountRole(namespace, name),
      permissions: permissionsOf(props),
    });
    this.ready = role.ready;
    this.manifest = {
      apiVersion: "v1",
      kind: "ServiceAccount",
      metadata: { name, namespace, ...(labels && { labels }), annotations: role.helmValues.annotations },
      // A pod that calls the Kubernetes API asks for its token.
      automountServiceAccountToken: false,
    };
  }
}

/** Permissions on all resources, one for each set of actions, so that a role's policy stays short. */
function permissionsOf({ offers, keyArn, region, accountId }: TenantServiceAccountProps): Permission[] {
  const byActions = new Map<readonly string[], string[]>();
  for (const { actions, resources } of offers.flatMap(({ permissions }) => permissions)) {
    byActions.set(actions, [...(byActions.get(actions) ?? []), ...resources]);
  }
  return [
    ...[...byActions].map(([actions, resources]) => ({ actions, resources })),
    ...ownKey({ offers, keyArn, region }),
    ...foreignKeys({ offers, accountId, region }),
  ];
}

/** Use of the namespace's own key, through the services of the resources that are encrypted with it. */
function ownKey({
  offers,
  keyArn,
  region,
}: Pick<TenantServiceAccountProps, "offers" | "keyArn" | "region">): Permission[] {
  const services = new Set(offers.flatMap(({ keyThrough }) => keyThrough ?? []));
  return keyArn === undefined || services.size === 0
    ? []
    : [{ actions: ACTIONS.key, resources: [keyArn], conditions: viaService(region, services) }];
}

/**
 * Use of keys of other namespaces. A key's id is in its own state, so its alias names it.
 *
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/alias-authorization.html
 */
function foreignKeys({
  offers,
  accountId,
  region,
}: Pick<TenantServiceAccountProps, "offers" | "accountId" | "region">): Permission[] {
  const byService = new Map<KeyService, { actions: readonly string[]; aliases: Set<string> }>();
  for (const { alias, actions, through } of offers.flatMap(({ foreignKey }) => foreignKey ?? [])) {
    const known = byService.get(through) ?? { actions, aliases: new Set() };
    known.aliases.add(alias);
    byService.set(through, known);
  }
  return [...byService].map(([service, { actions, aliases }]) => ({
    actions,
    resources: [`arn:aws:kms:${region}:${accountId}:key/*`],
    conditions: {
      "ForAnyValue:StringEquals": { "kms:ResourceAliases": [...aliases] },
      ...viaService(region, [service]),
    },
  }));
}
