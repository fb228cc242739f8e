import { databaseName } from "../../../src/names/cluster-names";
import type { ClusterEnvironment } from "../../../src/settings/environment/environment";

/** Databases of a cluster, by the add-on that has one. */
const DATABASES = ["grafana", "argo-workflows"] as const;

/**
 * Shell commands for names that outlive what had them: EKS and RDS write to their log groups to the end and make them
 * again, and a database leaves its final snapshot. A name that is taken fails the next environment of that name.
 */
export function leftovers({ cluster, region }: ClusterEnvironment): string {
  const databases = DATABASES.map((addon) => databaseName(addon, cluster.name));
  const groups = [`/aws/eks/${cluster.name}/`, ...databases.map((name) => `/aws/rds/cluster/${name}/`)];

  return `# Log groups that a service made again as it was destroyed: a name that is taken fails the next of that name.
for prefix in ${groups.join(" ")}; do
  for group in $(aws logs describe-log-groups --region ${region} --log-group-name-prefix $prefix --query 'logGroups[].logGroupName' --output text); do
    aws logs delete-log-group --region ${region} --log-group-name $group
  done
done

# Final snapshots, whose names never clash: delete those that nobody needs.
for database in ${databases.join(" ")}; do
  aws rds describe-db-cluster-snapshots --region ${region} --snapshot-type manual --query "DBClusterSnapshots[?starts_with(DBClusterSnapshotIdentifier, '$database-final-')].DBClusterSnapshotIdentifier" --output text
done`;
}
