import type { App } from "cdktf";
import type { Environment } from "../settings/environment/environment";
import type { NewVpc } from "../settings/network/network";
import type { SubnetPlace } from "../infrastructure/private-subnet";
import { Vpc } from "../infrastructure/vpc";
import { PlatformStack } from "./platform-stack";
import { publishVpc } from "./vpc-outputs";

/** Network of an environment's other stacks. Absent if the VPC exists already. */
export class VpcStack extends PlatformStack {
  constructor(
    app: App,
    environment: Environment,
    { cidr, secondaryCidrs, legacySubnets = {}, accessAnalyzers = true, timeServers, ipv6 }: NewVpc,
  ) {
    super(app, "vpc", environment);
    const { zones } = environment.network;

    const privateSubnets = Object.entries(legacySubnets).map(([name, subnet]): [string, SubnetPlace] => [
      name,
      { cidr: subnet.cidr, zone: zones[subnet.zone] ?? subnet.zone },
    ]);

    publishVpc(
      this,
      new Vpc(this, "network", {
        organisation: environment.organisation.name,
        label: environment.name,
        cidr,
        secondaryCidrs,
        ...(ipv6 && { ipv6 }),
        zones: Object.values(zones),
        privateSubnets: Object.fromEntries(privateSubnets),
        accessAnalyzers,
        timeServers,
        protected: environment.deletionProtection === true,
      }),
    );
  }
}
