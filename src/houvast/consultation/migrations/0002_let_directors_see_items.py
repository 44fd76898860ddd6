"""Let who leads a case see what meetings say about it: a part that did not exist when they began."""

from uuid import uuid4

from django.db import migrations

LEADING = ("case_director", "process_director")


def let_directors_see_items(apps, schema_editor):
    access = apps.get_model("cases", "Access")
    alias = schema_editor.connection.alias
    rows = access.objects.using(alias).filter(part="band", relation__in=LEADING, withdrawn_at__isnull=True)
    batch = []
    for row in rows.iterator():
        row.pk, row.part = uuid4(), "item"
        batch.append(row)
        if len(batch) == 1000:
            access.objects.using(alias).bulk_create(batch)
            batch = []
    access.objects.using(alias).bulk_create(batch)


class Migration(migrations.Migration):
    dependencies = [("consultation", "0001_first_tables")]
    operations = [migrations.RunPython(let_directors_see_items, migrations.RunPython.noop)]
