import type { Construct } from "constructs";
import { EncryptedLogGroup, type EncryptedLogGroupProps } from "./encrypted-log-group";

export interface ContainerLogGroupProps extends Omit<EncryptedLogGroupProps, "name" | "contents"> {
  readonly clusterName: string;
}

/** Name of the log group of a cluster's containers. */
export const containerLogGroupName = (clusterName: string): string => `/aws/eks/${clusterName}/containers`;

/** Encrypted log group for containers' logs, if the environment keeps them in CloudWatch. */
export class ContainerLogGroup extends EncryptedLogGroup {
  constructor(scope: Construct, id: string, { clusterName, ...props }: ContainerLogGroupProps) {
    super(scope, id, {
      ...props,
      name: containerLogGroupName(clusterName),
      contents: `Logs of containers in ${clusterName}`,
    });
  }
}
