from hypothesis import settings

# No test is red because a machine was slow.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")
