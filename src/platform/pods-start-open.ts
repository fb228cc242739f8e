/** GOV.UK's clusters as they run: EKS's own setting of the CNI. */
export const podsStartOpen = {
  reason:
    "The clusters run applications whose first connections were never measured; each environment is closed after the one before it.",
};
