/** Surroundings of a cluster whose API answers inside its VPC alone. */
export const FREIGHT = {
  target: { clusterName: "freight", endpoint: "https://api.example", securityGroupId: "sg-cluster" },
  vpcId: "vpc-1",
  region: "eu-central-1",
  accountId: "123456789012",
  retentionDays: 731,
  protected: true,
} as const;
