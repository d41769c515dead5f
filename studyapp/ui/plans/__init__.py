"""The dialogs for exams and days off."""
