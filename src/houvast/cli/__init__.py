"""The console command `houvast`."""
