"""Let who led a closed case see it until somebody said that it goes well; before, a day that passed ended that."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

COPIED = ("case_id", "municipality_id", "member_id", "part", "relation", "ground", "source", "source_id")


def let_look(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Write for each reason with a last day one that follows on it, where the question of how it goes is still open."""
    alias = schema_editor.connection.alias
    access, checks = apps.get_model("cases", "Access"), apps.get_model("cases", "PulseCheck")
    well = checks.objects.using(alias).filter(outcome="goes_well").values_list("aftercare__period_id", flat=True)
    rows = access.objects.using(alias).filter(relation="aftercare", withdrawn_at__isnull=True, until_at__isnull=False)
    open_ones = rows.exclude(source_id__in=list(well))
    access.objects.using(alias).bulk_create(
        access(from_at=row.until_at, **{name: getattr(row, name) for name in COPIED}) for row in open_ones
    )


class Migration(migrations.Migration):
    """After all that gave a last day."""

    dependencies = [("cases", "0013_offer_a_move_to_a_team")]

    operations = [migrations.RunPython(let_look, migrations.RunPython.noop)]
