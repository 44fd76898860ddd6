"""Keep the day on which somebody looks again to a closed case with all other aftercare; and let who watches see it."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

WATCHING = ("case_director", "process_director", "operational_holder", "aftercare")
COPIED = (
    "case_id",
    "municipality_id",
    "member_id",
    "team_id",
    "organisation_id",
    "relation",
    "ground",
    "from_at",
    "until_at",
    "source",
    "source_id",
)


def keep_days(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Write the aftercare of each closure that has a day. What else was agreed stands in the closure itself."""
    closures, plans = apps.get_model("cases", "Closure"), apps.get_model("cases", "AftercarePlan")
    alias = schema_editor.connection.alias
    made = [
        plans(
            period_id=row.period_id,
            case_id=row.case_id,
            municipality_id=row.municipality_id,
            check_on=row.aftercare_on,
            made_by_id=row.closed_by_id,
            made_at=row.closed_at,
        )
        for row in closures.objects.using(alias).filter(aftercare_on__isnull=False)
    ]
    plans.objects.using(alias).bulk_create(made)


def let_watchers_see(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Write for each reason that holds a row for the new part. Rows of the past keep what they gave."""
    access = apps.get_model("cases", "Access")
    rows = access.objects.using(schema_editor.connection.alias)
    bands = rows.filter(relation__in=WATCHING, part="band", withdrawn_at__isnull=True)
    rows.bulk_create(access(part="aftercare", **{name: getattr(row, name) for name in COPIED}) for row in bands)


class Migration(migrations.Migration):
    """After the tables of handing on."""

    dependencies = [("cases", "0011_hand_on")]

    operations = [
        migrations.RunPython(keep_days, migrations.RunPython.noop),
        migrations.RunPython(let_watchers_see, migrations.RunPython.noop),
        migrations.RemoveField(model_name="closure", name="aftercare_on"),
    ]
