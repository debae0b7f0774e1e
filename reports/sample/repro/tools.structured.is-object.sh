#!/usr/bin/env bash
# tools.structured.is-object: structuredContent is a JSON object
# Repeats what Touchstone 1.0.0-SNAPSHOT sent; needs bash and curl.
set -u
URL='http://127.0.0.1:7146/mcp'
HEAD=$(mktemp)
trap 'rm -f "$HEAD" ${STREAM:+"$STREAM"}; kill $(jobs -p) 2>/dev/null' EXIT

# Revision 2025-11-25: could not be decided
# Expected: structuredContent is a JSON object in every result that has it
# Reason: no call got a result: call of generate_area_chart: error -32603 "MCP error -32603: Failed to generate chart: getaddrinfo ENOTFOUND antv-studio.alipay.com"; call of generate_bar_chart: error -32603 "MCP error -32603: Failed to generate chart: getaddrinfo ENOTFOUND antv-studio.alipay.com"; call of generate_boxplot_chart: error -32603 "MCP error -32603: Failed to generate chart: getaddrinfo ENOTFOUND antv-studio.alipay.com"

# Exchange 157, seen in the run: POST answered 200 application/json
printf '\n== exchange 157 ==\n'
curl -sS -N -i --max-time 15 -X POST \
  -H 'Content-Type: application/json' \
  -H 'Accept: application/json, text/event-stream' \
  -H 'MCP-Protocol-Version: 2025-11-25' \
  --data-raw '{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"generate_area_chart","arguments":{"data":[{"time":"touchstone","value":1}]},"_meta":{"progressToken":"04b8e684-8b77-472c-ae43-bcf8d50a2488"}}}' \
  "$URL"

# Exchange 166, seen in the run: POST answered 200 application/json
printf '\n== exchange 166 ==\n'
curl -sS -N -i --max-time 15 -X POST \
  -H 'Content-Type: application/json' \
  -H 'Accept: application/json, text/event-stream' \
  -H 'MCP-Protocol-Version: 2025-11-25' \
  --data-raw '{"jsonrpc":"2.0","id":4,"method":"tools/call","params":{"name":"generate_bar_chart","arguments":{"data":[{"category":"touchstone","value":1}]},"_meta":{"progressToken":"8b61d398-2329-4f00-9360-dccc211163cc"}}}' \
  "$URL"

# Exchange 176, seen in the run: POST answered 200 application/json
printf '\n== exchange 176 ==\n'
curl -sS -N -i --max-time 15 -X POST \
  -H 'Content-Type: application/json' \
  -H 'Accept: application/json, text/event-stream' \
  -H 'MCP-Protocol-Version: 2025-11-25' \
  --data-raw '{"jsonrpc":"2.0","id":6,"method":"tools/call","params":{"name":"generate_boxplot_chart","arguments":{"data":[{"category":"touchstone","value":1}]},"_meta":{"progressToken":"c2213b9f-1ea0-4916-84bb-dd2ce5fcc386"}}}' \
  "$URL"

# Exchange 185, seen in the run: POST answered 200 application/json
printf '\n== exchange 185 ==\n'
curl -sS -N -i --max-time 15 -X POST \
  -H 'Content-Type: application/json' \
  -H 'Accept: application/json, text/event-stream' \
  -H 'MCP-Protocol-Version: 2025-11-25' \
  --data-raw '{"jsonrpc":"2.0","id":8,"method":"tools/call","params":{"name":"generate_column_chart","arguments":{"data":[{"category":"touchstone","value":1}]},"_meta":{"progressToken":"1a3a56de-5fd6-41ff-a4e7-a05deb6b582c"}}}' \
  "$URL"

# Exchange 197, seen in the run: POST answered 200 application/json
printf '\n== exchange 197 ==\n'
curl -sS -N -i --max-time 15 -X POST \
  -H 'Content-Type: application/json' \
  -H 'Accept: application/json, text/event-stream' \
  -H 'MCP-Protocol-Version: 2025-11-25' \
  --data-raw '{"jsonrpc":"2.0","id":10,"method":"tools/call","params":{"name":"generate_district_map","arguments":{"title":"touchstone","data":{"name":"touchstone"}},"_meta":{"progressToken":"5d78479a-b144-466e-a565-13de24b6d49d"}}}' \
  "$URL"
