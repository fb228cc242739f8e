import { EksAddon } from "@cdktf/provider-aws/lib/eks-addon";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import type { HelmValues } from "../constructs/helm-values";

/** A role that one of an add-on's service accounts assumes. */
export interface PodIdentity {
  readonly serviceAccount: string;
  readonly role: { readonly arn: string; readonly ready: readonly ITerraformDependable[] };
}

/** One EKS managed add-on at one version. */
export interface ManagedAddon {
  readonly version: string;

  /**
   * Settings of the add-on.
   *
   * @default - the add-on's defaults
   */
  readonly configuration?: HelmValues;

  /**
   * A role for one of its service accounts, by Pod Identity.
   *
   * @default - none
   */
  readonly podIdentity?: PodIdentity;
}

export interface EksAddonsProps {
  readonly clusterName: string;

  /** Add-ons by name, as EKS spells it. */
  readonly addons: Readonly<Record<string, ManagedAddon>>;

  /** Resources that must exist first. */
  readonly after: readonly ITerraformDependable[];
}

/**
 * Add-ons that EKS installs and maintains. The cluster's settings win over those that exist in the cluster.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/eks-add-ons.html
 */
export class EksAddons extends Construct {
  readonly ready: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, { clusterName, addons, after }: EksAddonsProps) {
    super(scope, id);

    this.ready = Object.entries(addons).map(
      ([name, { version, configuration, podIdentity }]) =>
        new EksAddon(this, name, {
          clusterName,
          addonName: name,
          addonVersion: version,
          resolveConflictsOnCreate: "OVERWRITE",
          resolveConflictsOnUpdate: "OVERWRITE",
          configurationValues: configuration && JSON.stringify(configuration),
          podIdentityAssociation: podIdentity && [
            { serviceAccount: podIdentity.serviceAccount, roleArn: podIdentity.role.arn },
          ],
          dependsOn: [...after, ...(podIdentity?.role.ready ?? [])],
        }),
    );
  }
}
