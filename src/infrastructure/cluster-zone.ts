import { Route53Record } from "@cdktf/provider-aws/lib/route53-record";
import { Route53Zone } from "@cdktf/provider-aws/lib/route53-zone";
import { Fn, Token } from "cdktf";
import { Construct } from "constructs";
import type { HostedZone } from "../constructs/cluster";

export interface ClusterZoneProps {
  /** Label of the zone under its parent. */
  readonly subdomain: string;
  readonly parent: { readonly id: string; readonly name: string };

  /** Deletes the records that controllers made in the zone when the zone is destroyed. */
  readonly forceDestroy: boolean;

  /** Makes Terraform refuse to destroy the zone. */
  readonly protected: boolean;
}

const SIX_HOURS = 6 * 60 * 60;

/**
 * Seconds for which resolvers remember that a name does not exist. AWS's default of a day is too long for new
 * Ingresses.
 */
const NEGATIVE_TTL = 300;

/**
 * Public zone of the host names of a cluster's Ingresses, delegated from the environment's zone.
 *
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/SOA-NSrecords.html
 */
export class ClusterZone extends Construct implements HostedZone {
  readonly id: string;
  readonly arn: string;
  readonly name: string;

  constructor(scope: Construct, id: string, props: ClusterZoneProps) {
    super(scope, id);
    const { subdomain, parent } = props;
    this.name = `${subdomain}.${parent.name}`;

    const zone = new Route53Zone(this, "zone", {
      name: this.name,
      forceDestroy: props.forceDestroy,
      lifecycle: { preventDestroy: props.protected },
    });
    this.id = zone.zoneId;
    this.arn = zone.arn;

    new Route53Record(this, "delegation", {
      zoneId: parent.id,
      name: this.name,
      type: "NS",
      ttl: SIX_HOURS,
      records: zone.nameServers,
    });

    const primary = Token.asString(Fn.element(zone.nameServers, 0));
    new Route53Record(this, "soa", {
      zoneId: zone.zoneId,
      name: this.name,
      type: "SOA",
      ttl: SIX_HOURS,
      records: [`${primary} awsdns-hostmaster.amazon.com. 1 7200 900 1209600 ${NEGATIVE_TTL}`],
      // Route 53 makes one with the zone.
      allowOverwrite: true,
    });
  }
}
