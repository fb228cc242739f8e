import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import type { Cluster } from "../constructs/cluster";
import type { Permission } from "../constructs/iam-policy";
import type { Manifest } from "../constructs/manifests";
import { WorkloadRole } from "../constructs/workload-role";
import { tenantAccountRole } from "../names/tenant-resource-names";
import { ACTIONS } from "./resources/actions";
import type { Offer } from "./resources/resource-parts";

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
function permissionsOf(props: TenantServiceAccountProps): Permission[] {
  const { offers, keyArn } = props;
  const byActions = new Map<readonly string[], string[]>();
  for (const { actions, resources } of offers.flatMap(({ permissions }) => permissions)) {
    byActions.set(actions, [...(byActions.get(actions) ?? []), ...resources]);
  }
  const usesOwn = offers.some(({ foreignKey, keyless }) => foreignKey === undefined && !keyless);
  return [
    ...[...byActions].map(([actions, resources]) => ({ actions, resources })),
    ...(keyArn === undefined || !usesOwn ? [] : [{ actions: ACTIONS.key, resources: [keyArn] }]),
    ...foreignKeys(props),
  ];
}

/**
 * Use of keys of other namespaces. A key's id is in its own state, so its alias names it.
 *
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/alias-authorization.html
 */
function foreignKeys({ offers, accountId, region }: TenantServiceAccountProps): Permission[] {
  const byActions = new Map<readonly string[], Set<string>>();
  for (const { alias, actions } of offers.flatMap(({ foreignKey }) => foreignKey ?? [])) {
    byActions.set(actions, (byActions.get(actions) ?? new Set()).add(alias));
  }
  return [...byActions].map(([actions, aliases]) => ({
    actions,
    resources: [`arn:aws:kms:${region}:${accountId}:key/*`],
    conditions: { "ForAnyValue:StringEquals": { "kms:ResourceAliases": [...aliases] } },
  }));
}
