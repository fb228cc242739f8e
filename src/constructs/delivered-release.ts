import type { Construct } from "constructs";
import { type AddonProps, dependenciesOf, type Ready } from "./addon";
import { HelmRelease, type HelmReleaseProps } from "./helm-release";

/** Installer of an add-on's chart. */
type Installer = "terraform" | "argo-cd";

/** Settings of an add-on whose chart Argo CD may install. */
export interface DeliveredAddonProps extends AddonProps {
  readonly installedBy: Installer;
}

interface DeliveredReleaseProps extends HelmReleaseProps {
  readonly installedBy: Installer;
}

/**
 * Release of an add-on that Argo CD may install in Terraform's place. Then there is none here, and the add-on is as
 * ready as what its release would wait for.
 */
export const deliveredRelease = (
  scope: Construct,
  id: string,
  { installedBy, ...props }: DeliveredReleaseProps,
): Ready =>
  installedBy === "argo-cd" ? { ready: dependenciesOf(props.after) } : new HelmRelease(scope, id, props);
