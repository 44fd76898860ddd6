"""Letters to residents: choosing, writing, looking at it as it will be, making it; and the texts they begin with."""
