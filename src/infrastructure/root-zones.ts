import { Route53Zone } from "@cdktf/provider-aws/lib/route53-zone";
import { Construct } from "constructs";

export interface RootZonesProps {
  readonly vpcId: string;

  /** Private zone, answered inside the VPC only. */
  readonly internal: string;

  /** Public zone that clusters' zones are delegated from. */
  readonly external: string;

  /** Public zone of the publishing applications. */
  readonly publishing: string;
  readonly forceDestroy: boolean;

  /** Whether Terraform refuses to destroy them. */
  readonly protected: boolean;
}

/** The DNS zones that everything else in an environment hangs from. */
export class RootZones extends Construct {
  readonly internal: Route53Zone;
  readonly external: Route53Zone;
  readonly publishing: Route53Zone;

  constructor(scope: Construct, id: string, props: RootZonesProps) {
    super(scope, id);
    const { vpcId, forceDestroy } = props;
    const lifecycle = { preventDestroy: props.protected };

    this.internal = new Route53Zone(this, "internal", {
      name: props.internal,
      vpc: [{ vpcId }],
      forceDestroy,
      lifecycle,
    });
    this.external = new Route53Zone(this, "external", { name: props.external, forceDestroy, lifecycle });
    this.publishing = new Route53Zone(this, "publishing", {
      name: props.publishing,
      forceDestroy,
      lifecycle,
    });
  }
}
