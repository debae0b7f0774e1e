#!/usr/bin/env bash
# tools.call.embedded-resource.refetchable: The URI of an embedded resource can be fetched again
# Repeats what Touchstone 1.0.0-SNAPSHOT sent; needs bash and curl.
set -u
URL='http://127.0.0.1:7146/mcp'
HEAD=$(mktemp)
trap 'rm -f "$HEAD" ${STREAM:+"$STREAM"}; kill $(jobs -p) 2>/dev/null' EXIT

# Revision 2025-03-26: could not be decided
# Expected: resources/read yields contents for the uri of an embedded resource, if resources are declared
# Reason: no call got a result: call of generate_area_chart: error -32603 "MCP error -32603: Failed to generate chart: getaddrinfo ENOTFOUND antv-studio.alipay.com"; call of generate_bar_chart: error -32603 "MCP error -32603: Failed to generate chart: getaddrinfo ENOTFOUND antv-studio.alipay.com"; call of generate_boxplot_chart: error -32603 "MCP error -32603: Failed to generate chart: getaddrinfo ENOTFOUND antv-studio.alipay.com"

# Exchange 498, seen in the run: POST answered 200 application/json
printf '\n== exchange 498 ==\n'
curl -sS -N -i --max-time 15 -X POST \
  -H 'Content-Type: application/json' \
  -H 'Accept: application/json, text/event-stream' \
  --data-raw '{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"generate_area_chart","arguments":{"data":[{"time":"touchstone","value":1}]},"_meta":{"progressToken":"f23222b5-4300-4a48-8c50-7f04038ba6cf"}}}' \
  "$URL"

# Exchange 502, seen in the run: POST answered 200 application/json
printf '\n== exchange 502 ==\n'
curl -sS -N -i --max-time 15 -X POST \
  -H 'Content-Type: application/json' \
  -H 'Accept: application/json, text/event-stream' \
  --data-raw '{"jsonrpc":"2.0","id":4,"method":"tools/call","params":{"name":"generate_bar_chart","arguments":{"data":[{"category":"touchstone","value":1}]},"_meta":{"progressToken":"2f68994b-67f5-45cd-92e3-7b57369a7686"}}}' \
  "$URL"

# Exchange 510, seen in the run: POST answered 200 application/json
printf '\n== exchange 510 ==\n'
curl -sS -N -i --max-time 15 -X POST \
  -H 'Content-Type: application/json' \
  -H 'Accept: application/json, text/event-stream' \
  --data-raw '{"jsonrpc":"2.0","id":6,"method":"tools/call","params":{"name":"generate_boxplot_chart","arguments":{"data":[{"category":"touchstone","value":1}]},"_meta":{"progressToken":"c1ecab90-b970-438e-aa7c-59828643fb52"}}}' \
  "$URL"

# Exchange 524, seen in the run: POST answered 200 application/json
printf '\n== exchange 524 ==\n'
curl -sS -N -i --max-time 15 -X POST \
  -H 'Content-Type: application/json' \
  -H 'Accept: application/json, text/event-stream' \
  --data-raw '{"jsonrpc":"2.0","id":8,"method":"tools/call","params":{"name":"generate_column_chart","arguments":{"data":[{"category":"touchstone","value":1}]},"_meta":{"progressToken":"6da0898c-3b55-4b7b-92d5-b7f5505c108d"}}}' \
  "$URL"

# Exchange 532, seen in the run: POST answered 200 application/json
printf '\n== exchange 532 ==\n'
curl -sS -N -i --max-time 15 -X POST \
  -H 'Content-Type: application/json' \
  -H 'Accept: application/json, text/event-stream' \
  --data-raw '{"jsonrpc":"2.0","id":10,"method":"tools/call","params":{"name":"generate_district_map","arguments":{"title":"touchstone","data":{"name":"touchstone"}},"_meta":{"progressToken":"4b6ab56f-ccfb-453c-a7da-a15d84fbd83b"}}}' \
  "$URL"
