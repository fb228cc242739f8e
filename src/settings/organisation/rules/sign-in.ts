import { oneOf, problem, show } from "../../checking/problem";
import type { OrganisationSettings } from "../schema";

/** Checks that the team that changes production can sign in, and that alerts about the platform have a receiver. */
export const problemsOfSignIn = ({ signIn, alerting }: OrganisationSettings): string[] => {
  const receivers = Object.keys(alerting.default.receivers);

  return [
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
    ...(receivers.length === 0 || receivers.includes(alerting.platformDestination)
      ? []
      : [
          problem(
            ["organisation", "alerting", "platformDestination"],
            "a receiver of organisation.alerting.default",
            show(alerting.platformDestination),
            "add the receiver, or name one that is there",
          ),
        ]),
  ];
};
