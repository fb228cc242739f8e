import type { Permission } from "../../constructs/iam-policy";
import type { Territory } from "./territory";

/** Permission to read the instance profiles of a name, which may end in `*`. */
export const readInstanceProfiles = (territory: Territory, name: string): Permission => ({
  actions: ["iam:GetInstanceProfile"],
  resources: [instanceProfiles(territory, name)],
});

/** Permission to make, fill and remove the instance profile of a name. */
export const changeInstanceProfile = (territory: Territory, name: string): Permission => ({
  actions: [
    "iam:AddRoleToInstanceProfile",
    "iam:CreateInstanceProfile",
    "iam:DeleteInstanceProfile",
    "iam:RemoveRoleFromInstanceProfile",
    "iam:TagInstanceProfile",
    "iam:UntagInstanceProfile",
  ],
  resources: [instanceProfiles(territory, name)],
});

/** ARN of the instance profiles of a name, which may end in `*`. */
export const instanceProfiles = ({ accountId }: Territory, name: string): string =>
  `arn:aws:iam::${accountId}:instance-profile/${name}`;
