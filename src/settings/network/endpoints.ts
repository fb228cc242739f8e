/** AWS services that private subnets reach without the NAT gateways. */
export interface VpcEndpoints {
  readonly s3: boolean;
  readonly ecr: boolean;
  readonly secretsManager: boolean;
  readonly bedrockRuntime: boolean;

  /** Further services with an interface endpoint, by the end of their name: `sts`, `logs`, `elasticloadbalancing`. */
  readonly others: readonly string[];

  /** Services with an endpoint that Terraform does not make, by the end of their name: `s3`, `ecr.api`, `sts`. */
  readonly existing: readonly string[];
}

/** Ends of the names of the services with a switch of their own, by the switch. */
export const ENDPOINT_SERVICES = {
  s3: ["s3"],
  ecr: ["ecr.api", "ecr.dkr"],
  secretsManager: ["secretsmanager"],
  bedrockRuntime: ["bedrock-runtime"],
} as const satisfies Partial<Record<keyof VpcEndpoints, readonly string[]>>;

/** Endpoints of the main cluster. */
export const ENDPOINT_DEFAULTS: VpcEndpoints = {
  s3: true,
  ecr: true,
  secretsManager: true,
  bedrockRuntime: false,
  others: [],
  existing: [],
};

/**
 * Endpoints of every other cluster. A VPC takes one interface endpoint with private DNS per service, and the
 * main cluster's admit every cluster of the VPC; a gateway endpoint serves only the route tables it is given.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/privatelink/interface-endpoints.html
 */
export const SHARED_ENDPOINTS: VpcEndpoints = { ...ENDPOINT_DEFAULTS, ecr: false, secretsManager: false };
