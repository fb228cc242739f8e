import { DataAwsRoute53Zone } from "@cdktf/provider-aws/lib/data-aws-route53-zone";
import { Route53Record } from "@cdktf/provider-aws/lib/route53-record";
import { Route53Zone } from "@cdktf/provider-aws/lib/route53-zone";
import { Construct } from "constructs";

export interface RootZonesProps {
  readonly vpcId: string;

  /** Private zone, answered inside the VPC only. */
  readonly internal: string;

  /** Public zone that clusters' zones are delegated from. */
  readonly external: string;

  /** Public zone of the publishing applications; `undefined` for none. */
  readonly publishing: string | undefined;

  /**
   * Public zone of the same account that `external` is delegated from.
   *
   * @default - somebody else delegates it
   */
  readonly parentZone?: string;
  readonly forceDestroy: boolean;

  /** Whether Terraform refuses to destroy them. */
  readonly protected: boolean;
}

const ONE_HOUR = 60 * 60;

/** The DNS zones that everything else in an environment hangs from. */
export class RootZones extends Construct {
  readonly internal: Route53Zone;
  readonly external: Route53Zone;
  readonly publishing: Route53Zone | undefined;

  constructor(scope: Construct, id: string, props: RootZonesProps) {
    super(scope, id);
    const { vpcId, parentZone, forceDestroy } = props;
    const lifecycle = { preventDestroy: props.protected };

    this.internal = new Route53Zone(this, "internal", {
      name: props.internal,
      vpc: [{ vpcId }],
      forceDestroy,
      lifecycle,
    });
    this.external = new Route53Zone(this, "external", { name: props.external, forceDestroy, lifecycle });
    this.publishing =
      props.publishing === undefined
        ? undefined
        : new Route53Zone(this, "publishing", { name: props.publishing, forceDestroy, lifecycle });

    if (parentZone !== undefined) {
      new Route53Record(this, "delegation", {
        zoneId: new DataAwsRoute53Zone(this, "parent", { name: parentZone }).zoneId,
        name: props.external,
        type: "NS",
        ttl: ONE_HOUR,
        records: this.external.nameServers,
      });
    }
  }
}
