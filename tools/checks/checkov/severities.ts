/** Severities, gravest first. */
export const SEVERITIES = ["CRITICAL", "HIGH", "MEDIUM", "LOW", "INFO"] as const;

export type Severity = (typeof SEVERITIES)[number];

/**
 * Severity of each check, by its publisher. Checkov itself reports it only to users who sign in.
 *
 * @see https://docs.prismacloud.io/en/enterprise-edition/policy-reference
 */
const CHECKS: Readonly<Record<Severity, readonly string[]>> = {
  CRITICAL: ["CKV_AWS_62"],
  HIGH: [
    "CKV2_AWS_38",
    "CKV2_AWS_56",
    "CKV_AWS_41",
    "CKV_AWS_60",
    "CKV_AWS_61",
    "CKV_AWS_63",
    "CKV_AWS_96",
    "CKV_AWS_100",
    "CKV_AWS_163",
    "CKV_AWS_168",
    "CKV_AWS_274",
    "CKV_AWS_287",
    "CKV_AWS_288",
    "CKV_AWS_289",
    "CKV_AWS_290",
    "CKV_AWS_339",
    "CKV_AWS_355",
    "CKV_AWS_358",
  ],
  MEDIUM: [
    "CKV2_AWS_47",
    "CKV_AWS_68",
    // The publisher's ratings of the next six were not to be had, so they count as graver than LOW.
    "CKV2_AWS_31",
    "CKV2_AWS_32",
    "CKV_AWS_86",
    "CKV_AWS_305",
    "CKV_AWS_310",
    "CKV_AWS_374",
    "CKV_AWS_84",
    "CKV_AWS_317",
    "CKV_AWS_318",
    "CKV2_AWS_27",
    "CKV2_AWS_40",
    "CKV2_AWS_57",
    "CKV2_AWS_61",
    "CKV2_AWS_64",
    "CKV_AWS_16",
    "CKV_AWS_17",
    "CKV_AWS_26",
    "CKV_AWS_27",
    "CKV_AWS_32",
    "CKV_AWS_33",
    "CKV_AWS_53",
    "CKV_AWS_54",
    "CKV_AWS_55",
    "CKV_AWS_56",
    "CKV_AWS_58",
    "CKV_AWS_70",
    "CKV_AWS_79",
    "CKV_AWS_130",
    "CKV_AWS_229",
    "CKV_AWS_230",
    "CKV_AWS_231",
    "CKV_AWS_232",
    "CKV_AWS_149",
    "CKV_AWS_169",
    "CKV_AWS_277",
    "CKV_AWS_286",
    "CKV_AWS_300",
    "CKV_AWS_324",
    "CKV_AWS_341",
    "CKV_K8S_49",
  ],
  LOW: [
    "CKV2_AWS_52",
    "CKV2_AWS_59",
    "CKV_AWS_129",
    "CKV2_AWS_3",
    "CKV2_AWS_5",
    "CKV2_AWS_6",
    "CKV2_AWS_8",
    "CKV2_AWS_12",
    "CKV2_AWS_19",
    "CKV2_AWS_39",
    "CKV2_AWS_62",
    "CKV2_AWS_65",
    "CKV2_AWS_71",
    "CKV_AWS_19",
    "CKV_AWS_21",
    "CKV_AWS_23",
    "CKV_AWS_24",
    "CKV_AWS_25",
    "CKV_AWS_38",
    "CKV_AWS_39",
    "CKV_AWS_40",
    "CKV_AWS_51",
    "CKV_AWS_66",
    "CKV_AWS_118",
    "CKV_AWS_123",
    "CKV_AWS_136",
    "CKV_AWS_139",
    "CKV_AWS_140",
    "CKV_AWS_143",
    "CKV_AWS_144",
    "CKV_AWS_145",
    "CKV_AWS_148",
    "CKV_AWS_158",
    "CKV_AWS_162",
    "CKV_AWS_226",
    "CKV_AWS_227",
    "CKV_AWS_233",
    "CKV_AWS_234",
    "CKV_AWS_260",
    "CKV_AWS_353",
  ],
  INFO: ["CKV2_AWS_11", "CKV_AWS_7", "CKV_AWS_18", "CKV_AWS_37", "CKV_AWS_327", "CKV_AWS_338"],
};

const BY_CHECK = new Map(
  SEVERITIES.flatMap((severity) => CHECKS[severity].map((check): [string, Severity] => [check, severity])),
);

/** Severity of a check's findings; `undefined` if it is not known. */
export const severityOf = (check: string): Severity | undefined => BY_CHECK.get(check);

/** Number of findings by severity, as in `2 HIGH, 1 LOW`. */
export function countBySeverity(checks: readonly string[]): string {
  const counted = [...SEVERITIES, undefined].map((severity) => ({
    name: severity ?? "unrated",
    count: checks.filter((check) => severityOf(check) === severity).length,
  }));
  const present = counted.filter(({ count }) => count > 0);
  return present.length > 0 ? present.map(({ name, count }) => `${count} ${name}`).join(", ") : "none";
}
