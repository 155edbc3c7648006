"""The cleaner inside other programs: Arrow, Spark, Ray Data, Scrapy, datatrove; each module needs its own extra."""
