"""The doors that people use: pages in a browser. They translate in, make one call, and translate out."""
