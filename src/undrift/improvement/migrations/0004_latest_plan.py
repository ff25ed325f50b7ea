from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("improvement", "0003_measure_decision")]

    operations = [
        migrations.AlterModelOptions(
            name="improvementplan", options={"ordering": ("-report_published_on", "-id")}
        )
    ]
