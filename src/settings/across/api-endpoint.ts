import type { ClusterEnvironmentConfig } from "../environment/environment";
import { isWithin } from "../checking/cidr-block";
import { problem, show } from "../checking/problem";

/**
 * Terraform reaches the Kubernetes API. HCP Terraform's own machines are on the internet.
 *
 * @see https://developer.hashicorp.com/terraform/cloud-docs/workspaces/settings#execution-mode
 */
export const terraformReachesTheApi = ({
  backend,
  cluster: { endpointAccess },
}: ClusterEnvironmentConfig): string[] =>
  endpointAccess.public !== false ||
  endpointAccess.agents !== undefined ||
  backend.type !== "cloud" ||
  (backend.hostname !== undefined && backend.hostname !== HCP_TERRAFORM)
    ? []
    : [
        problem(
          ["endpointAccess", "public"],
          `callers, since ${HCP_TERRAFORM} applies from the internet`,
          "false",
          "write agents, which run Terraform inside the VPC; or list in cidrs who may call, or write everyAddress with " +
            "the reason; or set backend to s3 and apply from inside the VPC; or set backend.hostname to a Terraform Enterprise inside it",
        ),
      ];

/**
 * Refuses callers of the public endpoint among the addresses by which the cluster's own pods go out. Addresses that
 * Terraform makes are not known yet: of those the cluster's precondition asks.
 */
export function podsAreNoCallers({
  cluster: { endpointAccess },
  network: { nat },
}: ClusterEnvironmentConfig): string[] {
  const access = endpointAccess.public;
  if (typeof nat === "string" || access === false || !("cidrs" in access)) {
    return [];
  }
  return access.cidrs.flatMap((cidr, index) => {
    const own = nat.addresses.find((address) => isWithin(`${address}/32`, cidr));
    return own === undefined
      ? []
      : [
          problem(
            ["endpointAccess", "public", "cidrs", index],
            `a range without ${own}, by which the cluster's own pods go out`,
            show(cidr),
            "list narrower ranges: pods would reach the Kubernetes API by its public address",
          ),
        ];
  });
}

const HCP_TERRAFORM = "app.terraform.io";

/** Refuses agents without work, without a way to HCP Terraform, or whose token their role may not read. */
export function agentsCanRun({
  backend,
  cluster: { name, endpointAccess },
  network: { nat },
  organisation: { secretsPrefix },
}: ClusterEnvironmentConfig): string[] {
  const { agents } = endpointAccess;
  if (agents === undefined) {
    return [];
  }
  const path = ["endpointAccess", "agents"];
  const prefixes = [...new Set([`${secretsPrefix}/`, `${name}/`])];
  return [
    ...(backend.type === "cloud"
      ? []
      : [
          problem(
            path,
            'none with backend "s3" or "local"',
            "agents",
            "leave them out: HCP Terraform runs nothing",
          ),
        ]),
    ...(nat === "none"
      ? [
          problem(
            path,
            'none, since nat is "none" and agents call HCP Terraform',
            "agents",
            'set nat to "single"',
          ),
        ]
      : []),
    ...(prefixes.some((prefix) => agents.tokenSecret.startsWith(prefix))
      ? []
      : [
          problem(
            [...path, "tokenSecret"],
            `a name that begins with ${prefixes.join(" or ")}`,
            show(agents.tokenSecret),
            "the boundary of roles lets none read other secrets",
          ),
        ]),
  ];
}
