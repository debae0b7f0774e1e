#!/usr/bin/env bash
# schema.json-schema.2020-12-recommended: Published schemas are of the recommended dialect
# Repeats what Touchstone 1.0.0-SNAPSHOT sent; needs bash and curl.
set -u
URL='http://127.0.0.1:7146/mcp'
HEAD=$(mktemp)
trap 'rm -f "$HEAD" ${STREAM:+"$STREAM"} ${EVENTS:+"$EVENTS"}; kill $(jobs -p) 2>/dev/null' EXIT

# Revision 2025-11-25: recommendation not followed
# Expected: no dialect, or https://json-schema.org/draft/2020-12/schema
# Seen: 27 schemas with the dialect "http://json-schema.org/draft-07/schema#", among them tool "generate_area_chart" inputSchema, tool "generate_bar_chart" inputSchema, tool "generate_boxplot_chart" inputSchema, tool "generate_column_chart" inputSchema, tool "generate_district_map" inputSchema

# Exchange 40, seen in the run: POST answered 200 application/json
printf '\n== exchange 40 ==\n'
curl -sS -N -i --max-time 15 -X POST \
  -H 'Content-Type: application/json' \
  -H 'Accept: application/json, text/event-stream' \
  -H 'MCP-Protocol-Version: 2025-11-25' \
  --data-raw '{"jsonrpc":"2.0","id":2,"method":"tools/list"}' \
  "$URL"
