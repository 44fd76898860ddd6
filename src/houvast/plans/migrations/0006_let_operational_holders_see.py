"""Let who holds operational responsibility see the tailor-made help that is asked of them, on the reasons they have."""

from uuid import uuid4

from django.db import migrations


def let_holders_see(apps, schema_editor):
    access = apps.get_model("cases", "Access")
    alias = schema_editor.connection.alias
    rows = access.objects.using(alias).filter(part="band", relation="operational_holder", withdrawn_at__isnull=True)
    batch = []
    for row in rows.iterator():
        row.pk, row.part = uuid4(), "tailor_made"
        batch.append(row)
        if len(batch) == 1000:
            access.objects.using(alias).bulk_create(batch)
            batch = []
    access.objects.using(alias).bulk_create(batch)


class Migration(migrations.Migration):
    dependencies = [("plans", "0005_make_to_measure")]
    operations = [migrations.RunPython(let_holders_see, migrations.RunPython.noop)]
