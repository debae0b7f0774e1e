#!/usr/bin/env bash
# tasks.undeclared.augmentation-ignored: Without the capability a call as a task is an ordinary call
# Repeats what Touchstone 1.0.0-SNAPSHOT sent; needs bash and curl.
set -u
URL='http://127.0.0.1:7146/mcp'
HEAD=$(mktemp)
trap 'rm -f "$HEAD" ${STREAM:+"$STREAM"} ${EVENTS:+"$EVENTS"}; kill $(jobs -p) 2>/dev/null' EXIT

# Revision 2025-11-25: could not be decided
# Expected: tools/call with a task member yields the ordinary result of the tool, where the same call without it does; tools are called with consent only
# Reason: tools/call of generate_area_chart without a task gets no result (error -32603 "MCP error -32603: Failed to generate chart: getaddrinfo ENOTFOUND antv-studio.alipay.com"), so nothing else can be told

# Exchange 902, seen in the run: POST answered 200 application/json
printf '\n== exchange 902 ==\n'
curl -sS -N -i --max-time 15 -X POST \
  -H 'Content-Type: application/json' \
  -H 'Accept: application/json, text/event-stream' \
  -H 'MCP-Protocol-Version: 2025-11-25' \
  --data-raw '{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"generate_area_chart","arguments":{"data":[{"time":"touchstone","value":1}]}}}' \
  "$URL"
