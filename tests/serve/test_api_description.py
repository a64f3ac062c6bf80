"""The description of the API is true: whatever is sent by it, answered is what it says."""

import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

CHECKS = (not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance)


@pytest.fixture
def described(guarded, accounts):
    token = accounts.make_token("admin", label="schemathesis", days=1)
    schema = schemathesis.openapi.from_asgi(
        "/api/openapi.json", guarded, headers={"Authorization": f"Bearer {token}", "Host": "127.0.0.1"}
    )
    schema.token = token
    return schema


schema = schemathesis.pytest.from_fixture("described")


@schema.parametrize()
@settings(
    max_examples=12,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.filter_too_much],
)
def test_every_operation_answers_as_described(case, described):
    """No value, right or wrong, brings a fault, or an answer that the description lacks."""
    response = case.call(headers={"Authorization": f"Bearer {described.token}", "Host": "127.0.0.1"})
    case.validate_response(response, checks=CHECKS)
