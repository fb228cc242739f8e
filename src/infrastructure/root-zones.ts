import { DataAwsRoute53Zone } from "@cdktf/provider-aws/lib/data-aws-route53-zone";
import { Route53Record } from "@cdktf/provider-aws/lib/route53-record";
import { Route53Zone } from "@cdktf/provider-aws/lib/route53-zone";
import { Construct } from "constructs";
import { CertificateAuthorities } from "./certificate-authorities";

export interface RootZonesProps {
  readonly vpcId: string;

  /** Private zone, which resolves inside the VPC only. */
  readonly internal: string;

  /** Public zone that delegates the clusters' zones. */
  readonly external: string;

  /** Public zone of the publishing applications; `undefined` for none. */
  readonly publishing: string | undefined;

  /**
   * Public zone of the same account that delegates `external`.
   *
   * @default - none: delegated elsewhere
   */
  readonly parentZone?: string;

  /**
   * Host that `_acme-challenge` of the publishing zone is an alias of.
   *
   * @default - none
   */
  readonly certificateChallenge?: string | undefined;

  /** Authorities besides Amazon's that may issue certificates for names in the public zones. */
  readonly certificateAuthorities: readonly string[];
  readonly forceDestroy: boolean;

  /** Makes Terraform refuse to destroy the zones. */
  readonly protected: boolean;
}

/** Name that an authority looks up before it issues a certificate for a domain and all below it. */
export const challengeName = (domain: string): string => `_acme-challenge.${domain}`;

const ONE_HOUR = 60 * 60;

/** DNS zones above all others of an environment. */
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

    this.authorities("external", this.external, props);
    if (this.publishing) {
      this.authorities("publishing", this.publishing, props);
    }

    if (this.publishing && props.certificateChallenge !== undefined) {
      new Route53Record(this, "certificate-challenge", {
        zoneId: this.publishing.zoneId,
        name: challengeName(props.publishing!),
        type: "CNAME",
        ttl: ONE_HOUR,
        records: [props.certificateChallenge],
      });
    }
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
  /** Says who may issue certificates for a public zone and those below it, the clusters' among them. */
  private authorities(
    id: "external" | "publishing",
    { zoneId }: Route53Zone,
    { certificateAuthorities, ...names }: RootZonesProps,
  ): void {
    new CertificateAuthorities(this, `${id}-authorities`, {
      zone: { zoneId, name: names[id]! },
      others: certificateAuthorities,
    });
  }
}
