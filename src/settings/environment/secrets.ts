import type { EnvironmentConfig } from "./environment";
import { isWhole } from "../checking/numbers";
import { problem, show } from "../checking/problem";

/** Refuses a recovery window that Secrets Manager does not accept. */
export const secretsRecoveryIsAllowed = ({ secretsRecoveryDays: days }: EnvironmentConfig): string[] =>
  days === 0 || isWhole(days, 7, 30)
    ? []
    : [
        problem(
          ["secretsRecoveryDays"],
          "0, or a whole number from 7 to 30",
          show(days),
          "Secrets Manager takes no other",
        ),
      ];

/**
 * Names that Secrets Manager allows.
 *
 * @see https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html
 */
export const SECRET_NAME = /^[A-Za-z0-9/_+=.@-]{1,512}$/;

/** Refuses a name for the alarms' secret that Secrets Manager does not allow. */
export const alarmEmailSecretIsAName = ({ alarmEmailSecret: name }: EnvironmentConfig): string[] =>
  name === false || SECRET_NAME.test(name)
    ? []
    : [
        problem(
          ["alarmEmailSecret"],
          'the name of a secret such as "example/slack/platform-support-email"',
          show(name),
          "copy it from Secrets Manager, or write false to send no e-mail",
        ),
      ];
