variable "name" {
  description = "Name of the bucket, unique in all of AWS."
  type        = string

  validation {
    condition     = can(regex("^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$", var.name)) && !strcontains(var.name, "..")
    error_message = "A bucket name has 3 to 63 lower-case letters, digits, dots and hyphens, starts and ends with a letter or digit, and has no two dots in a row."
  }
}

variable "force_destroy" {
  description = "Whether destroying the bucket also destroys what is in it."
  type        = bool
  default     = false
  nullable    = false
}

variable "versioning" {
  description = "Whether overwritten and deleted objects are kept for noncurrent_days."
  type        = bool
  default     = true
  nullable    = false
}

variable "kms_key_arn" {
  description = "ARN of the KMS key that encrypts objects. Without one, S3 uses a key of its own (SSE-S3), the only encryption that load balancers can write logs to."
  type        = string
  default     = null

  validation {
    condition     = var.kms_key_arn == null ? true : can(regex("^arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key/", var.kms_key_arn))
    error_message = "Give the ARN of a KMS key, arn:aws:kms:<region>:<account>:key/<id>: an alias may come to mean another key."
  }
}

variable "expire_after_days" {
  description = "Days after which objects are deleted. Without it they stay."
  type        = number
  default     = null

  validation {
    condition     = var.expire_after_days == null ? true : var.expire_after_days >= 1 && floor(var.expire_after_days) == var.expire_after_days
    error_message = "Objects expire after a whole number of days, 1 or more."
  }
}

variable "noncurrent_days" {
  description = "Days that overwritten and deleted objects can be recovered."
  type        = number
  default     = 30
  nullable    = false

  validation {
    condition     = var.noncurrent_days >= 1 && floor(var.noncurrent_days) == var.noncurrent_days
    error_message = "Old versions are kept for a whole number of days, 1 or more."
  }
}

variable "access_log_bucket" {
  description = "Name of the bucket that receives the S3 server access logs of this one, under a prefix of its name. Without one there are none."
  type        = string
  default     = null

  validation {
    condition     = var.access_log_bucket == null ? true : var.access_log_bucket != var.name
    error_message = "A bucket that logs into itself never stops: give another one."
  }
}

variable "policy_documents" {
  description = "IAM policy documents (JSON) merged into the bucket policy. None can take back the refusal of connections without TLS."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for document in var.policy_documents : can(jsondecode(document).Statement)])
    error_message = "Each policy document is JSON with a Statement."
  }
}
