"""Leads schemathesis to what exists: half of its ids are those of a customer, a conversation, an agent that are there."""

import json
import random

import schemathesis

KNOWN = {
    "/v1/customers": "st-customer",
    "/v1/conversations": "st-conversation",
    "/v1/agents": "st-agent",
    "/v1/turns": "last",
}


@schemathesis.serializer("application/x-ndjson")
def json_lines(_context, value):
    return value if isinstance(value, bytes) else str(value).encode()


@schemathesis.hook
def map_path_parameters(context, path_parameters):
    path = context.operation.path
    if not path_parameters or random.random() < 0.5:
        return path_parameters
    for prefix, known in KNOWN.items():
        if path.startswith(prefix) and "id" in path_parameters:
            path_parameters["id"] = known
    if path.startswith("/v1/import"):
        path_parameters["kind"] = random.choice(["customers", "orders", "agents"])
    return path_parameters


@schemathesis.hook
def map_body(context, body):
    if context.operation.path.startswith("/v1/import") and random.random() < 0.5:
        lines = [{"id": "st-customer", "name": "x"}, {"id": "st order", "customer": "st-customer"}, {"id": 1}]
        return "\n".join(json.dumps(random.choice(lines)) for _ in range(3))
    # Only an agent there is takes over.
    if isinstance(body, dict) and "agent" in body and random.random() < 0.5:
        body["agent"] = "st-agent"
    return body
