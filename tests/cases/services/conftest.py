"""The scene of the tests of crucial moments."""

import pytest

from tests.cases.services.moment_scene import Scene
from tests.lives import open_with
from tests.moments import plan
from tests.rights.region import take_process_direction
from tests.worlds import NOW, make_world


@pytest.fixture
def scene() -> Scene:
    """Plan that somebody comes out of prison on 1 December."""
    world = make_world()
    case = open_with(world)
    take_process_direction(world, case)
    return Scene(world, case, plan(world, case, now=NOW))
