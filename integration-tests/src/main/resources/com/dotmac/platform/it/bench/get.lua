-- GET of one partner, again and again.
wrk.headers["Authorization"] = "Bearer " .. os.getenv("BENCH_KEY")
wrk.path = os.getenv("BENCH_PATH")
