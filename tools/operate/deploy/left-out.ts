import type { DeployOrder } from "./deploy-order";

/** Lines that say, as GitHub shows them, which stacks a deploy does not apply and who does. */
export function leftOut({ ephemeral, notDeployed, tenants, byHand, gone }: DeployOrder): string[] {
  const elsewhere = Object.entries(ephemeral).filter(([, ids]) => ids.length > 0);
  return [
    ...elsewhere.map(
      ([name, ids]) => `::notice::${name} is applied by ephemeral.yml and by no deploy: ${ids.join(", ")}`,
    ),
    ...Object.entries(notDeployed).flatMap(([name, ids]) =>
      ids.length > 0
        ? [
            `::notice::${name} is not deployed yet: apply ${ids.join(", ")} by hand, then set terraformCloud.environments.${name}.deployed`,
          ]
        : [],
    ),
    ...(tenants.length > 0
      ? [`::notice::${tenants.length} stacks of tenants are applied by tenants-deploy.yml and by no deploy`]
      : []),
    ...byHand.map((id) => `::warning::${id} sets up Terraform itself and is applied by hand`),
    ...gone.map((id) => `::warning::${id} is gone; what its workspace made stays until a person destroys it`),
  ];
}
