from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('cases', '0022_withhold_hits'),
    ]

    operations = [
        migrations.AddField(
            model_name='scalingdecision',
            name='children_sealed',
            field=models.BinaryField(default=b''),
        ),
    ]
