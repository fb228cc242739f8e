import { Route53Record } from "@cdktf/provider-aws/lib/route53-record";
import { Route53Zone } from "@cdktf/provider-aws/lib/route53-zone";
import { Fn, Token } from "cdktf";
import { Construct } from "constructs";
import { CertificateAuthorities } from "../../infrastructure/certificate-authorities";
import type { ZoneConfig } from "../../settings/products/resources/zone";
import type { Offer, ResourceParts } from "./resource-parts";

export interface TenantZoneProps extends ResourceParts {
  readonly name: string;
  readonly settings: ZoneConfig;
}

/** Seconds for which resolvers remember a record whose file says nothing. */
const MEMORY = 300;

/**
 * Public zone of a tenant with the records of its file. People delegate the domain to its name servers, which the ConfigMap
 * has.
 *
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/CreatingNewSubdomain.html
 */
export class TenantZone extends Construct {
  readonly offer: Offer;

  /** Id as Terraform knows it once the zone exists. */
  readonly zoneId: string;

  constructor(scope: Construct, id: string, { place, settings, kept }: TenantZoneProps) {
    super(scope, id);
    const { domain, records = [], authorities = [] } = settings;

    const zone = new Route53Zone(this, "zone", {
      name: domain,
      comment: `Of ${place.namespace} on ${place.cluster}`,
      forceDestroy: false,
      lifecycle: { preventDestroy: kept },
    });
    this.zoneId = zone.zoneId;
    new CertificateAuthorities(this, "authorities", {
      zone: { zoneId: zone.zoneId, name: domain },
      others: authorities,
    });
    for (const { name, type, values, ttlSeconds = MEMORY } of records) {
      new Route53Record(
        this,
        `record-${name.replace("@", "itself").replaceAll(/[*.]/g, "-")}-${type.toLowerCase()}`,
        {
          zoneId: zone.zoneId,
          name: name === "@" ? domain : `${name}.${domain}`,
          type,
          ttl: ttlSeconds,
          records: [...values],
        },
      );
    }
    this.offer = {
      config: { ID: zone.zoneId, ...nameServersOf(zone) },
      permissions: [],
      after: [zone],
    };
  }
}

/** Name servers of a zone, of which Route 53 has four, by the keys of the ConfigMap. */
const nameServersOf = ({ nameServers }: Route53Zone): Record<string, string> =>
  Object.fromEntries(
    [0, 1, 2, 3].map((index) => [`NAME_SERVER_${index + 1}`, Token.asString(Fn.element(nameServers, index))]),
  );
