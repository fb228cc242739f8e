import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { ManagedAddon, type ManagedAddonConfig } from "../constructs/managed-addon";

/** A role that one of an add-on's service accounts assumes. */
export interface PodIdentity {
  readonly serviceAccount: string;
  readonly role: { readonly arn: string; readonly ready: readonly ITerraformDependable[] };
}

/** One EKS managed add-on at one version. */
export interface AddonOfEks extends ManagedAddonConfig {
  /**
   * A role for one of its service accounts, by Pod Identity.
   *
   * @default - none
   */
  readonly podIdentity?: PodIdentity | undefined;
}

export interface EksAddonsProps {
  readonly clusterName: string;

  /** Add-ons by name, as EKS spells it. */
  readonly addons: Readonly<Record<string, AddonOfEks>>;

  /** Resources that must exist first. */
  readonly after: readonly ITerraformDependable[];
}

/** Add-ons that EKS installs and maintains, all at one moment. */
export class EksAddons extends Construct {
  readonly ready: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, { clusterName, addons, after }: EksAddonsProps) {
    super(scope, id);

    this.ready = Object.entries(addons).map(
      ([name, { podIdentity, ...addon }]) =>
        new ManagedAddon(this, name, {
          ...addon,
          clusterName,
          name,
          podIdentity: podIdentity && {
            serviceAccount: podIdentity.serviceAccount,
            roleArn: podIdentity.role.arn,
          },
          dependsOn: [...after, ...(podIdentity?.role.ready ?? [])],
        }),
    );
  }
}
