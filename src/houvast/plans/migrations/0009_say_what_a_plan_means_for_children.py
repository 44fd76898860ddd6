from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('plans', '0008_miss_what_the_municipality_lists'),
    ]

    operations = [
        migrations.AddField(
            model_name='planversion',
            name='says_children',
            field=models.BooleanField(default=False),
        ),
    ]
