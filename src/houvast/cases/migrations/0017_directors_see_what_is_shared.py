"""Let directors of cases that are open already see what is shared, on the reasons they have."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

DIRECTORS = ("case_director", "process_director")
COPIED = ("case_id", "municipality_id", "member_id", "team_id", "organisation_id", "relation", "ground", "from_at")


def let_directors_see(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Write for each reason that holds a row for the new part. Rows of the past keep what they gave."""
    access = apps.get_model("cases", "Access").objects.using(schema_editor.connection.alias)
    rows = access.filter(relation__in=DIRECTORS, part="band", withdrawn_at__isnull=True)
    made = [
        access.model(
            part="shared",
            until_at=row.until_at,
            source=row.source,
            source_id=row.source_id,
            **{name: getattr(row, name) for name in COPIED},
        )
        for row in rows
    ]
    access.bulk_create(made)


class Migration(migrations.Migration):
    """After single notes can be seen."""

    dependencies = [("cases", "0016_see_a_single_note")]

    operations = [migrations.RunPython(let_directors_see, migrations.RunPython.noop)]
