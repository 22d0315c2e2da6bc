"""Border settlements: steps and lags by hand, shares by every pair of sources."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import security, tables

STEPS = security.border_steps(tables.load("border_steps"), tables.load("events"))
AREAS = tables.load("border_areas")
KM2 = st.floats(min_value=1, max_value=1e6)


def steps(*rows):
    """Made-up steps: agreement, step, start and end in decimal years."""
    columns = ["agreement", "step", "start", "end"]
    frame = pd.DataFrame(rows, columns=columns).assign(state="TJK", label="a step")
    return frame.assign(year=frame["start"].astype(int))


def lag(found, agreement, words):
    row = tables.select(found, agreement=agreement, lag=words).iloc[0]
    return row["years_low"], row["years_high"]


def areas(part, *wholes):
    """One area left to China, and some that were disputed."""
    return pd.DataFrame(
        {
            "state": "TJK",
            "what": ["to China"] + ["disputed"] * len(wholes),
            "said_by": ["a minister", *(f"source {n}" for n in range(len(wholes)))],
            "km2": [part, *wholes],
            "share_percent": float("nan"),
        }
    )


class TestBorderSteps:
    def test_a_year_fills_the_year_and_a_day_does_not(self):
        row = tables.select(STEPS, state="KGZ", step="ratification").iloc[0]
        assert (row["start"], row["end"]) == (1998.0, 1999.0)
        signed = tables.select(STEPS, state="KGZ", step="signature").iloc[0]
        assert signed["end"] - signed["start"] < 0.003

    def test_steps_stand_in_order_of_time(self):
        assert STEPS["start"].is_monotonic_increasing

    def test_an_unknown_event_is_named(self):
        wrong = tables.load("border_steps").assign(event="EV9999")
        with pytest.raises(KeyError, match="EV9999"):
            security.border_steps(wrong, tables.load("events"))

    def test_every_step_has_an_event_that_names_the_state(self):
        for row in STEPS.itertuples():
            assert row.state in row.actors, row.label


class TestTreatyLags:
    three = steps(
        ("talks", "talks", 1990.0, 1990.0 + 1 / 365),
        ("first", "signature", 1994.0, 1994.0 + 1 / 365),
        ("first", "ratification", 1995.0, 1996.0),
        ("marking", "demarcation", 2000.0, 2000.0 + 1 / 365),
    )

    def test_two_days_give_one_number(self):
        low, high = lag(
            security.treaty_lags(self.three), "all", "talks to first signature"
        )
        assert (low, high) == pytest.approx((4, 4))

    def test_a_year_gives_a_range(self):
        low, high = lag(
            security.treaty_lags(self.three), "first", "signature to ratification"
        )
        assert (low, high) == pytest.approx((1, 2), abs=0.01)

    def test_a_step_that_was_not_found_leaves_the_lag_missing(self):
        low, high = lag(
            security.treaty_lags(self.three), "marking", "demarcation to ratification"
        )
        assert pd.isna(low)
        assert pd.isna(high)

    def test_no_ratification_of_the_tajik_agreements_was_found(self):
        found = security.treaty_lags(STEPS)
        tajik = found[(found["state"] == "TJK") & (found["agreement"] == "supplement")]
        assert tajik["years_low"].isna().all()

    def test_the_kazakh_decree_by_the_calendar(self):
        days = pd.Timestamp("1995-06-15") - pd.Timestamp("1994-04-26")
        found = security.treaty_lags(STEPS).query("state == 'KAZ'")
        low, _ = lag(found, "agreement", "signature to ratification")
        assert low == pytest.approx(days.days / 365.25, abs=0.01)


class TestYearsOff:
    def test_before_the_claimed_year_is_negative(self):
        off = security.years_off(STEPS, claimed={"KAZ": 1996})
        assert off["years_off"].tolist() == (off["year"] - 1996).tolist()
        assert set(off["state"]) == {"KAZ"}

    def test_a_state_without_steps_lists_those_that_have(self):
        with pytest.raises(KeyError, match="KGZ"):
            security.years_off(STEPS, claimed={"UZB": 1998})


class TestAreaShares:
    def test_each_pair_of_sources_gives_a_share(self):
        shares = security.area_shares(areas(1000.0, 20000.0, 40000.0))
        assert shares["share_percent"].tolist() == [5.0, 2.5]

    def test_a_printed_share_stands_as_printed(self):
        small = areas(1000.0, 20000.0)
        small.loc[0, "share_percent"] = 7.0
        printed = security.area_shares(small).query("is_printed")
        assert printed["share_percent"].tolist() == [7.0]
        assert printed["part_km2"].isna().all()

    def test_a_share_of_the_territory_is_never_a_printed_one(self):
        assert not security.area_shares(AREAS, whole="whole territory")[
            "is_printed"
        ].any()

    def test_a_state_without_a_stated_whole_has_printed_shares_only(self):
        kyrgyz = security.area_shares(AREAS).query("state == 'KGZ'")
        assert kyrgyz["is_printed"].all()

    def test_an_unknown_kind_of_area_lists_those_there_are(self):
        with pytest.raises(KeyError, match="disputed"):
            security.area_shares(AREAS, whole="lost")

    @given(part=KM2, rest=KM2)
    def test_part_and_rest_add_to_the_whole(self, part, rest):
        share = security.area_shares(areas(part, part + rest))["share_percent"].item()
        other = security.area_shares(areas(rest, part + rest))["share_percent"].item()
        assert share + other == pytest.approx(100)

    def test_kazakhstans_shares_by_hand(self):
        own = security.area_shares(AREAS).query(
            "state == 'KAZ' and whole_said_by == 'Senate report'"
        )
        assert own["share_percent"].item() == pytest.approx(100 * 407 / 944)


class TestTables:
    def test_what_the_state_kept_and_what_china_received_add_to_the_disputed(self):
        senate = AREAS[AREAS["said_by"] == "Senate report"].set_index("what")["km2"]
        assert senate["kept"] + senate["to China"] == senate["disputed"]

    def test_every_row_states_an_area_or_a_share(self):
        assert AREAS[["km2", "share_percent"]].notna().any(axis=1).all()

    def test_a_contested_step_names_who_contests_it(self):
        contested = STEPS["reliability"].str.endswith("contested")
        assert (STEPS.loc[contested, "contested_by"] != "").all()

    def test_positions_of_all_parties_are_there(self):
        said = tables.load("border_positions")
        assert set(said["party"]) == {"government", "China", "opposition"}
