"""Let who leads a case, or led it until its aftercare, see its plan: a part that did not exist when they began."""

from uuid import uuid4

from django.db import migrations

LEADING = ("case_director", "process_director", "aftercare")


def let_directors_see_the_plan(apps, schema_editor):
    access = apps.get_model("cases", "Access")
    alias = schema_editor.connection.alias
    rows = access.objects.using(alias).filter(part="band", relation__in=LEADING, withdrawn_at__isnull=True)
    batch = []
    for row in rows.iterator():
        row.pk, row.part = uuid4(), "plan"
        batch.append(row)
        if len(batch) == 1000:
            access.objects.using(alias).bulk_create(batch)
            batch = []
    access.objects.using(alias).bulk_create(batch)


class Migration(migrations.Migration):
    dependencies = [("plans", "0001_first_tables")]
    operations = [migrations.RunPython(let_directors_see_the_plan, migrations.RunPython.noop)]
