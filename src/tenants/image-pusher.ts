import type { Permission } from "../constructs/iam-policy";
import { PUSH_IMAGE } from "../infrastructure/image-pull-policy";

/** Permissions to push to repositories of a product, and to no others. */
export const pushPermissions = (repositoryArns: readonly string[]): Permission[] =>
  repositoryArns.length === 0
    ? []
    : [
        { actions: ["ecr:GetAuthorizationToken"], anyResourceBecause: "the token is for the whole registry" },
        { actions: PUSH_IMAGE, resources: repositoryArns },
      ];
