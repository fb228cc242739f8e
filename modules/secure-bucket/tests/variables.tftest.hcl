variables {
  name = "govuk-test-bucket"
}

run "refuses_a_name_with_capitals" {
  command = plan
  variables {
    name = "Govuk-Test"
  }
  expect_failures = [var.name]
}

run "refuses_a_name_with_two_dots_in_a_row" {
  command = plan
  variables {
    name = "govuk..test"
  }
  expect_failures = [var.name]
}

run "refuses_a_key_alias" {
  command = plan
  variables {
    kms_key_arn = "arn:aws:kms:eu-west-1:123456789012:alias/logs"
  }
  expect_failures = [var.kms_key_arn]
}

run "refuses_to_expire_objects_at_once" {
  command = plan
  variables {
    expire_after_days = 0
  }
  expect_failures = [var.expire_after_days]
}

run "refuses_half_a_day" {
  command = plan
  variables {
    noncurrent_days = 1.5
  }
  expect_failures = [var.noncurrent_days]
}

run "refuses_to_log_into_itself" {
  command = plan
  variables {
    access_log_bucket = "govuk-test-bucket"
  }
  expect_failures = [var.access_log_bucket]
}

run "refuses_a_policy_that_is_no_document" {
  command = plan
  variables {
    policy_documents = ["{}"]
  }
  expect_failures = [var.policy_documents]
}

run "accepts_every_variable_at_once" {
  command = plan
  variables {
    kms_key_arn       = "arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab"
    expire_after_days = 90
    noncurrent_days   = 1
    access_log_bucket = "govuk-test-logs"
    policy_documents  = ["{\"Statement\": []}"]
  }
}
