const BINARY_SUFFIXES = ["Mi", "Gi", "Ti", "Pi"];
const STEP = 1024;

/**
 * Memory in the form that the API server keeps: with the largest suffix that leaves a whole number. Terraform
 * compares the text, and would change any other form back in every plan.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/
 */
export function mebibytes(amount: number): string {
  let [rest, suffix] = [amount, 0];
  while (rest > 0 && rest % STEP === 0 && suffix < BINARY_SUFFIXES.length - 1) {
    [rest, suffix] = [rest / STEP, suffix + 1];
  }
  return `${rest}${BINARY_SUFFIXES[suffix]}`;
}

/** CPU in the form that the API server keeps: whole CPUs without a suffix. */
export const millicpus = (amount: number): string =>
  amount % 1000 === 0 ? String(amount / 1000) : `${amount}m`;
