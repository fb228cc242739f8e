import { EksAddon } from "@cdktf/provider-aws/lib/eks-addon";
import type { ITerraformDependable } from "cdktf";
import type { Construct } from "constructs";
import type { Ready } from "./addon";
import type { HelmValues } from "./helm-values";

/** Version and settings of an add-on that EKS installs and maintains. */
export interface ManagedAddonConfig {
  readonly version: string;

  /**
   * Settings of the add-on.
   *
   * @default - the add-on's defaults
   */
  readonly configuration?: HelmValues | undefined;
}

export interface ManagedAddonProps extends ManagedAddonConfig {
  readonly clusterName: string;

  /** Name of the add-on, as EKS spells it. */
  readonly name: string;

  /**
   * A role for one of its service accounts, by Pod Identity.
   *
   * @default - none
   */
  readonly podIdentity?: { readonly serviceAccount: string; readonly roleArn: string } | undefined;

  /** Resources that must exist first. */
  readonly dependsOn: ITerraformDependable[];
}

/**
 * An add-on that EKS installs and maintains. The cluster's settings win over those that exist in the cluster.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/eks-add-ons.html
 */
export class ManagedAddon extends EksAddon implements Ready {
  readonly ready: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: ManagedAddonProps) {
    const { clusterName, name, version, configuration, podIdentity, dependsOn } = props;
    super(scope, id, {
      clusterName,
      addonName: name,
      addonVersion: version,
      resolveConflictsOnCreate: "OVERWRITE",
      resolveConflictsOnUpdate: "OVERWRITE",
      configurationValues: configuration && JSON.stringify(configuration),
      podIdentityAssociation: podIdentity && [podIdentity],
      dependsOn,
    });
    this.ready = [this];
  }
}
