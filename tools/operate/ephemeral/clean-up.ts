import type { ClusterEnvironment } from "../../../src/settings/environment/environment";
import { namespaceNames, PLATFORM_NAMESPACES } from "../../../src/settings/namespaces/namespaces";

/** Time that AWS may take to remove a load balancer or a volume. */
const TIMEOUT = "--timeout=15m";

const { services: platform, policies } = PLATFORM_NAMESPACES;

/** Namespaces of pods that claim volumes. Controllers that clean up run elsewhere and stay. */
const workloads = ({ organisation }: ClusterEnvironment): string[] =>
  namespaceNames(organisation).filter((name) => name !== platform && name !== policies);

/**
 * Removes Argo CD, which would make deleted objects again. Its Applications go first: once it is gone,
 * nothing takes off their finalizers, and their namespace could not be destroyed.
 */
const stopArgoCd = `
# Argo CD, which would make again what is deleted: first its controllers, then what they would remove in turn.
kubectl scale statefulset/argocd-application-controller deployment/argocd-applicationset-controller --namespace ${platform} --replicas=0
kubectl wait --for=delete pods --selector app.kubernetes.io/name=argocd-application-controller --namespace ${platform} ${TIMEOUT}
for object in $(kubectl get applicationsets,applications --namespace ${platform} --output name); do
  kubectl patch $object --namespace ${platform} --type=merge --patch '{"metadata":{"finalizers":null}}'
  kubectl delete $object --namespace ${platform} --ignore-not-found
done
`;

/** Ends workflows. Their pods have finalizers that only the controller takes off. */
const endWorkflows = `
# Workflows: while their controller runs, which lets go of their pods.
kubectl delete cronworkflows,workflows --all --all-namespaces ${TIMEOUT}
`;

/**
 * Shell commands to run before Terraform destroys an environment. Controllers in the cluster made things in
 * AWS that no state knows. While they run they remove these, and each command returns once that is done;
 * otherwise leftovers would block the destruction of the subnets and the VPC.
 */
export const cleanUp = (environment: ClusterEnvironment, account: string): string => {
  const { cluster, dns, region, addons } = environment;
  return `aws eks update-kubeconfig --name ${cluster.name} --region ${region} --alias ${cluster.name} --role-arn arn:aws:iam::${account}:role/<user>-platformengineer
kubectl config use-context ${cluster.name}
${addons.argoCd ? stopArgoCd : ""}${addons.argoWorkflows ? endWorkflows : ""}
# Load balancers: an Ingress or Service is gone once its load balancer is.
kubectl delete ingresses --all --all-namespaces ${TIMEOUT}
kubectl delete services --all-namespaces --field-selector spec.type=LoadBalancer ${TIMEOUT}

# Volumes: first what claims them, operators before what they would make again. A PersistentVolume is gone once its
# EBS volume is.
for namespace in ${workloads(environment).join(" ")}; do
  kubectl delete deployments,cronjobs --all --namespace $namespace --cascade=foreground
  kubectl delete statefulsets,daemonsets,jobs,pods --all --namespace $namespace
done
kubectl delete persistentvolumeclaims --all --all-namespaces ${TIMEOUT}
kubectl wait --for=delete persistentvolumes --all ${TIMEOUT}

# DNS records: external-dns looks for Ingresses that are gone every five minutes.
zone=$(aws route53 list-hosted-zones --query 'HostedZones[?Name==\`${dns.clusterSubdomain}.${dns.publicZone}.\`].Id' --output text)
until [ "$(aws route53 list-resource-record-sets --hosted-zone-id $zone --query 'length(ResourceRecordSets[?Type==\`A\`])' --output text)" = 0 ]; do sleep 10; done`;
};
