"""The same records as JSON, under `/api/v1`, described by OpenAPI 3.1 at `/api/openapi.json`.

Who asks is known by the session, as on the pages, or by a token (`Authorization: Bearer …`). Lists come in pages whose
`next` is the address of the page behind; errors are problem details (RFC 9457).
"""

from litestar import Router

from accordingto.serve.api import contests, decisions, finding, reports
from accordingto.serve.api.common import check_type

API = Router(
    "/api/v1",
    route_handlers=[*reports.ROUTES, *finding.ROUTES, *contests.ROUTES, *decisions.ROUTES],
    include_in_schema=True,
    opt={"api": True},
    guards=[check_type],
)
