import type { DeployOrder } from "./deploy-order";

/** Stacks that a deploy does not apply, and who applies them, as GitHub shows it in a run's summary. */
export function leftOut({ ephemeral, byHand, gone }: DeployOrder): string[] {
  const elsewhere = Object.entries(ephemeral).filter(([, ids]) => ids.length > 0);
  return [
    ...elsewhere.map(
      ([name, ids]) => `::notice::${name} is applied by ephemeral.yml and by no deploy: ${ids.join(", ")}`,
    ),
    ...byHand.map((id) => `::warning::${id} sets up Terraform itself and is applied by hand`),
    ...gone.map(
      (id) => `::warning::${id} is gone; the resources of its workspace stay until an engineer destroys them`,
    ),
  ];
}
