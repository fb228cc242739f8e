import { CloudwatchQueryDefinition } from "@cdktf/provider-aws/lib/cloudwatch-query-definition";
import type { Construct } from "constructs";

const QUERY = [
  "fields @timestamp, responseObject.metadata.namespace, responseObject.metadata.name",
  'filter stage = "ResponseComplete"',
  "filter userAgent like /kube-controller-manager/",
  "filter responseObject.status.containerStatuses.0 like /OOMKilled/",
  "sort @timestamp desc",
  "limit 500",
].join("\n| ");

export interface OomKilledPodsQueryProps {
  readonly clusterName: string;

  /** Log group of the cluster's control plane. */
  readonly logGroupName: string;
}

/**
 * A saved Logs Insights query that lists pods killed for lack of memory, from the audit log.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax.html
 */
export class OomKilledPodsQuery extends CloudwatchQueryDefinition {
  constructor(scope: Construct, id: string, { clusterName, logGroupName }: OomKilledPodsQueryProps) {
    super(scope, id, {
      name: `Pods Killed (Out of Memory) (${clusterName})`,
      logGroupNames: [logGroupName],
      queryString: QUERY,
    });
  }
}
