import { Construct } from "constructs";
import { ASSUME } from "../../constructs/role-trust";
import { SecretReaderRole } from "../../addons/external-secrets/secret-reader";
import { secretStores } from "../../addons/external-secrets/secret-stores";
import type { After } from "../../constructs/addon";
import type { Cluster } from "../../constructs/cluster";
import { JOB_SECONDS } from "../../constructs/database-user/client-job";
import { masterCopy } from "../../constructs/database-user/master-copy";
import { afterTheRest } from "../../constructs/helm-hooks";
import { type Manifest, Manifests } from "../../constructs/manifests";
import type { NetworkBlock } from "../../constructs/network-peers";
import { askForNames, networkPolicySpec } from "../../constructs/network-policy-spec";
import { READ_SECRETS } from "../../constructs/read-secrets";
import type { Registries } from "../../constructs/registries";
import { workloadRoleName } from "../../names/cluster-names";
import { secretReadersPath } from "../../names/store-names";
import {
  databaseMastersRole,
  databaseMastersStore,
  databaseUsersReleaseName,
} from "../../names/tenant-resource-names";
import { rdsAuthorities } from "../../settings/databases/rds-authorities";
import { PLATFORM_NAMESPACES } from "../../settings/namespaces/namespaces";
import { filesFor, userJob } from "../../tenants/database-user/user-job";
import type { DatabaseMaster } from "../../tenants/resources/resource-parts";
import { type ClientGroups, securityGroupPolicy } from "./pod-security-groups";
import { viaSecretsManager } from "../../tenants/via-service";

export interface DatabaseUsersProps {
  readonly cluster: Cluster;
  readonly namespace: string;
  readonly accountId: string;
  readonly keyArn: string;
  readonly registries: Registries | undefined;
  readonly databases: readonly DatabaseMaster[];

  /** Private subnets of the cluster, and addresses that answer queries for names. */
  readonly privateSubnets: readonly NetworkBlock[];
  readonly nameServers: readonly NetworkBlock[];
  readonly groups: ClientGroups["ofPods"];
  readonly after: After;
}

const NAMESPACE = PLATFORM_NAMESPACES.services;

/**
 * Users as whom a tenant's pods sign in to its databases. Jobs in the platform's namespace make them, with each change and as
 * the masters, whose passwords are there while the Jobs run. No pod of the tenant ever has one.
 */
export class DatabaseUsers extends Construct {
  constructor(scope: Construct, id: string, props: DatabaseUsersProps) {
    super(scope, id);
    const role = this.reader(props);
    const { cluster, namespace, after } = props;

    new Manifests(this, "release", {
      namespace: NAMESPACE,
      releaseName: databaseUsersReleaseName(namespace),
      maxHistory: 2,
      timeoutSeconds: JOB_SECONDS,
      after: [...after, role],
      objects: [
        ...secretStores(
          { store: databaseMastersStore(namespace), namespaces: [NAMESPACE] },
          role.arn,
          { secretsManager: true, parameterStore: false },
          cluster.region,
        ),
        ...lasting(props),
        ...props.databases.flatMap((database, index) => passing(database, index, props)),
      ],
    });
  }

  /** Role that reads the secrets of the masters, and no others. */
  private reader({ cluster, namespace, accountId, keyArn, databases }: DatabaseUsersProps): SecretReaderRole {
    return new SecretReaderRole(this, "reader", {
      name: workloadRoleName(databaseMastersRole(namespace), cluster.name),
      path: secretReadersPath(cluster.name),
      clusterName: cluster.name,
      operatorArn: `arn:aws:iam::${accountId}:role/${workloadRoleName("external-secrets", cluster.name)}`,
      assumedBy: ASSUME,
      namespaces: [NAMESPACE],
      permissions: [
        { actions: READ_SECRETS, resources: databases.map(({ secretArn }) => secretArn) },
        { actions: ["kms:Decrypt"], resources: [keyArn], conditions: viaSecretsManager(cluster.region) },
      ],
    });
  }
}

/** Labels of the Jobs' pods. */
const labelsOf = (namespace: string) => ({ "app.kubernetes.io/name": databaseUsersReleaseName(namespace) });

/** Objects that stay: what the Jobs run, as whom, and whom they may call. */
const lasting = ({ cluster, namespace, ...props }: DatabaseUsersProps): Manifest[] => {
  const metadata = { name: databaseUsersReleaseName(namespace), namespace: NAMESPACE };
  const labels = labelsOf(namespace);
  const ports = [...new Set(props.databases.map(({ port }) => port))];
  const { egress = [] } = askForNames(props.nameServers);
  return [
    {
      apiVersion: "v1",
      kind: "ConfigMap",
      metadata,
      data: { "rds.pem": rdsAuthorities(cluster.region).join(""), ...filesFor(props.databases) },
    },
    { apiVersion: "v1", kind: "ServiceAccount", metadata, automountServiceAccountToken: false },
    {
      apiVersion: "networking.k8s.io/v1",
      kind: "NetworkPolicy",
      metadata,
      spec: networkPolicySpec({
        labels,
        ingress: [],
        egress: [...egress, { blocks: props.privateSubnets, ports }],
      }),
    },
    ...securityGroupPolicy(metadata, { podSelector: { matchLabels: labels } }, props.groups),
  ];
};

/** Objects that go with a Job: the master's Secret, and the Job. */
const passing = (
  database: DatabaseMaster,
  index: number,
  { namespace, registries }: DatabaseUsersProps,
): Manifest[] => {
  const name = databaseUsersReleaseName(namespace);
  const copy = {
    path: database.secretArn,
    name: database.id,
    namespace: NAMESPACE,
    store: databaseMastersStore(namespace),
  };
  const job = userJob(database, {
    namespace: NAMESPACE,
    registries,
    labels: labelsOf(namespace),
    serviceAccount: name,
    configMap: name,
  });
  const weight = 2 * index;
  return [
    masterCopy(copy, weight),
    { ...job, metadata: { ...job.metadata, annotations: afterTheRest(weight + 1) } },
  ];
};
