import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("accountability", "0002_handle_requests"),
        ("vault", "0002_destroy_keys_and_keep_their_rows"),
    ]

    operations = [
        migrations.AddField(
            model_name="requestitem",
            name="key",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="vault.key"
            ),
        ),
    ]
