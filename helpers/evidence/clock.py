"""What could be known by the end of 2020."""

import pandas as pd

ANNUAL_TO = 2019  # a year's statistics come out in the next year
END_OF_2020 = pd.Timestamp("2020-12-31")
