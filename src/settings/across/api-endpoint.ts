import type { ClusterEnvironmentConfig } from "../environment/environment";
import { problem } from "../checking/problem";

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
  backend.type !== "cloud" ||
  (backend.hostname !== undefined && backend.hostname !== HCP_TERRAFORM)
    ? []
    : [
        problem(
          ["endpointAccess", "public"],
          `callers, since ${HCP_TERRAFORM} applies from the internet`,
          "false",
          "list in cidrs who may call, or write everyAddress with the reason; or set backend to s3 and apply from " +
            "inside the VPC; or set backend.hostname to a Terraform Enterprise inside it",
        ),
      ];

const HCP_TERRAFORM = "app.terraform.io";
