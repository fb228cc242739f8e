/** Condition that Argo CD makes or changes the object, in Rego. It acts with all rights, so Kubernetes refuses it nothing. */
export const MADE_BY_ARGO_CD = `made_by_argo_cd if input.review.userInfo.username == input.parameters.account
`;

/** Parameter that names Argo CD's account. */
export const ARGO_CD_ACCOUNT = {
  account: {
    type: "string",
    description: "Service account that applies what charts hold, as Kubernetes calls it.",
  },
};
