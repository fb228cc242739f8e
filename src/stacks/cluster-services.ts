import { DataAwsCallerIdentity } from "@cdktf/provider-aws/lib/data-aws-caller-identity";
import { HelmProvider } from "@cdktf/provider-helm/lib/provider";
import type { App } from "cdktf";
import { AwsEbsCsiDriver } from "../addons/aws-ebs-csi-driver";
import { AwsLoadBalancerController } from "../addons/aws-load-balancer-controller";
import { ClusterAutoscaler } from "../addons/cluster-autoscaler";
import { Dex } from "../addons/dex";
import { ExternalDns } from "../addons/external-dns";
import { ExternalSecrets } from "../addons/external-secrets";
import { PrometheusOperatorCrds } from "../addons/prometheus-operator-crds";
import type { Environment } from "../config/environment";
import { PLATFORM_NAMESPACES } from "../config/namespaces";
import { signInToCluster } from "../constructs/cluster-sign-in";
import { readCluster } from "./cluster-outputs";
import { publishRoles } from "./cluster-services/roles";
import { secretPrefixes } from "./cluster-services/secret-prefixes";
import { signIn } from "./cluster-services/sign-in";
import { PlatformStack } from "./platform-stack";

/** What runs in the cluster to make it a platform. */
export class ClusterServicesStack extends PlatformStack {
  constructor(app: App, environment: Environment) {
    super(app, "cluster-services", environment);
    const { services } = environment;
    const { accountId } = new DataAwsCallerIdentity(this, "account");
    const cluster = readCluster(this.outputsOf("cluster-infrastructure"), environment);

    new HelmProvider(this, "helm", { kubernetes: signInToCluster(this, cluster) });

    const { replicas, registries } = services;
    const platform = { cluster, namespace: PLATFORM_NAMESPACES.services, replicas, registries };

    const monitors =
      services.prometheusOperatorCrds &&
      new PrometheusOperatorCrds(this, "prometheus-operator-crds", {
        ...platform,
        ...services.prometheusOperatorCrds,
      });
    const monitored = { ...platform, after: [monitors] };
    const ofTheNodes = { ...monitored, namespace: "kube-system" };

    const secrets =
      services.externalSecrets &&
      new ExternalSecrets(this, "external-secrets", {
        ...monitored,
        ...services.externalSecrets,
        accountId,
        prefixes: secretPrefixes(cluster),
      });
    const dns =
      services.externalDns &&
      new ExternalDns(this, "external-dns", { ...monitored, ...services.externalDns, zone: cluster.dnsZone });
    const loadBalancers =
      services.awsLoadBalancerController &&
      new AwsLoadBalancerController(this, "aws-load-balancer-controller", {
        ...monitored,
        ...services.awsLoadBalancerController,
      });
    const autoscaler =
      services.clusterAutoscaler &&
      new ClusterAutoscaler(this, "cluster-autoscaler", { ...ofTheNodes, ...services.clusterAutoscaler });
    const volumes =
      services.ebsCsiDriver &&
      new AwsEbsCsiDriver(this, "aws-ebs-csi-driver", { ...ofTheNodes, ...services.ebsCsiDriver });

    if (services.dex) {
      new Dex(this, "dex", {
        ...monitored,
        ...signIn(environment, services.dex),
        after: [monitors, secrets, loadBalancers],
      });
    }

    publishRoles(this, { secrets, dns, loadBalancers, autoscaler, volumes });
  }
}
