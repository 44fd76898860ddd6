"""Let directors of cases that are open already see their crucial moments, on the same reasons as until now."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

# A part that a director sees has the same condition as the new one: a ground for care, or none.
SAME_CONDITION = (
    ("case_director", "band", "moments"),
    ("case_director", "care_notes", "care_moments"),
    ("process_director", "band", "moments"),
    ("process_director", "care_summary", "care_moments"),
)
COPIED = ("case_id", "municipality_id", "member_id", "team_id", "organisation_id", "relation", "ground", "from_at")


def let_directors_see(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Write for each reason that holds a row for the new part. Rows of the past keep what they gave."""
    access = apps.get_model("cases", "Access")
    for relation, seen, part in SAME_CONDITION:
        rows = access.objects.using(schema_editor.connection.alias).filter(
            relation=relation, part=seen, withdrawn_at__isnull=True
        )
        made = [
            access(
                part=part,
                until_at=row.until_at,
                source=row.source,
                source_id=row.source_id,
                **{name: getattr(row, name) for name in COPIED},
            )
            for row in rows
        ]
        access.objects.using(schema_editor.connection.alias).bulk_create(made)


class Migration(migrations.Migration):
    """After the tables of crucial moments."""

    dependencies = [("cases", "0004_crucial_moments")]

    operations = [migrations.RunPython(let_directors_see, migrations.RunPython.noop)]
