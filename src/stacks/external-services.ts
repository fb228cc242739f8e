import { DataAwsCallerIdentity } from "@cdktf/provider-aws/lib/data-aws-caller-identity";
import type { App } from "cdktf";
import { type Environment, mainCluster } from "../settings/environment/environment";
import type { Tenants } from "../settings/tenants/tenants";
import { addSentry } from "./external-services/sentry";
import { addProductSentry } from "./external-services/product-sentry";
import { addUptime } from "./external-services/uptime";
import { PlatformStack } from "./platform-stack";

/**
 * Services outside AWS for an environment: Sentry collects exceptions, and Pingdom checks the site from
 * outside.
 */
export class ExternalServicesStack extends PlatformStack {
  constructor(app: App, environment: Environment, tenants: Tenants) {
    super(app, "external-services", environment);
    const { sentry: collects, uptime } = environment.externalServices;
    const { sentry } = environment.organisation.externalServices;

    if (collects && sentry) {
      addSentry(this, environment, { ...tenants, sentry });
      addProductSentry(this, environment, { sentry, products: tenants.products });
    }
    if (uptime) {
      const { accountId } = new DataAwsCallerIdentity(this, "account");
      addUptime(this, {
        organisation: environment.organisation,
        clusterName: mainCluster(environment).cluster.name,
        label: environment.name,
        accountId,
        uptime,
      });
    }
  }
}
