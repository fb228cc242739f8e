import { problemsOfProvider } from "../../sign-in/provider-rules";
import { oneOf, problem, show } from "../../checking/problem";
import type { OrganisationConfig } from "../schema";

/** Checks the provider that engineers sign in at, and that the team that changes production can sign in. */
export const problemsOfSignIn = ({ signIn }: OrganisationConfig): string[] =>
  signIn === false
    ? []
    : [
        ...problemsOfProvider(signIn.provider, ["organisation", "signIn", "provider"]),
        ...(signIn.teams.includes(signIn.productionTeam)
          ? []
          : [
              problem(
                ["organisation", "signIn", "productionTeam"],
                oneOf(signIn.teams),
                show(signIn.productionTeam),
                "add it to organisation.signIn.teams, or no team could change anything",
              ),
            ]),
      ];

/** Checks that alerts about the platform have a receiver. */
export function problemsOfAlerting({ alerting }: OrganisationConfig): string[] {
  if (alerting === false) {
    return [];
  }
  const receivers = Object.keys(alerting.default.receivers);

  return receivers.length === 0 || receivers.includes(alerting.platformDestination)
    ? []
    : [
        problem(
          ["organisation", "alerting", "platformDestination"],
          "a receiver of organisation.alerting.default",
          show(alerting.platformDestination),
          "add the receiver, or name one that is there",
        ),
      ];
}
