/** Version of Karpenter's two charts: the controller knows the kinds of its own release alone. */
export const KARPENTER_VERSION = "1.14.1";
