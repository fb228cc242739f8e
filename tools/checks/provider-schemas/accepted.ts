/** Argument that a provider deprecates and that stacks write all the same. */
export interface AcceptedDeprecation {
  readonly type: string;

  /** Names on the way to the argument, such as `["global_secondary_index", "hash_key"]`. */
  readonly path: readonly string[];
  readonly reason: string;
}

/**
 * Bindings of 6.25 know no `key_schema`, and providers before 6.29 take none, which platforms may ask for (decision 129).
 *
 * @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/dynamodb_table#global_secondary_index
 */
const KEYS_OF_INDEXES = "key_schema takes its place, which neither the bindings nor older providers know";

export const ACCEPTED_DEPRECATIONS: readonly AcceptedDeprecation[] = ["hash_key", "range_key"].map((key) => ({
  type: "aws_dynamodb_table",
  path: ["global_secondary_index", key],
  reason: KEYS_OF_INDEXES,
}));

/** Accepted deprecations of a type. */
export const acceptedOf = (
  type: string,
  accepted: readonly AcceptedDeprecation[] = ACCEPTED_DEPRECATIONS,
): readonly AcceptedDeprecation[] => accepted.filter((each) => each.type === type);

/** True for a warning of a provider that an argument is deprecated which this list accepts. */
export const isAcceptedWarning = ({
  severity,
  summary,
  detail = "",
  address = "",
}: {
  readonly severity: string;
  readonly summary: string;
  readonly detail?: string;
  readonly address?: string;
}): boolean =>
  severity === "warning" &&
  summary === "Argument is deprecated" &&
  acceptedOf(address.split(".")[0]!).some(({ path }) => detail.startsWith(`${path.at(-1)!} is deprecated`));
