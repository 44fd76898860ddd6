"""The pages of a partner without an account: a link, a code, one task, one answer. They show no name of anybody."""
