-- POST of partners, each with a name and an Idempotency-Key of its own.
local threads = 0
function setup(thread)
  thread:set("id", threads)
  threads = threads + 1
end
local count = 0
local run = os.time()
wrk.method = "POST"
wrk.headers["Authorization"] = "Bearer " .. os.getenv("BENCH_KEY")
wrk.headers["Content-Type"] = "application/json"
function request()
  count = count + 1
  local name = string.format("%d-%d-%d", run, id, count)
  wrk.headers["Idempotency-Key"] = name
  local body = '{"companyName":"Bench ' .. name .. '","primaryEmail":"desk@bench.example"}'
  return wrk.format("POST", "/api/v1/partners", nil, body)
end
