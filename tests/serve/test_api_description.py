"""The description of the API is true: whatever is sent by it, answered is what it says."""

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

CHECKS = (not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance)


@pytest.fixture
def described(guarded, accounts):
    """The description, as a program with a token of an admin has it."""
    token = accounts.make_token("admin", label="schemathesis", days=1)
    headers = {"Authorization": f"Bearer {token}", "Host": "127.0.0.1"}
    return schemathesis.openapi.from_asgi("/api/openapi.json", guarded, headers=headers), headers


def test_every_operation_answers_as_described(described):
    """No value, right or wrong, brings a fault, or an answer that the description lacks."""
    schema, headers = described
    operations = [found.ok() for found in schema.get_all_operations()]
    assert len(operations) == 19
    for operation in operations:

        @given(case=operation.as_strategy())
        @settings(
            max_examples=8,
            deadline=None,
            derandomize=True,
            database=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        def answers(case):
            case.call_and_validate(headers=headers, checks=CHECKS)

        answers()
